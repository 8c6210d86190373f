package io.shelfwright.sample.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "evaluate",
        description = "Judges from logs and files, without serving a page.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            EvaluateAblationCommand.class,
            EvaluateModelCommand.class,
            EvaluatePolicyCommand.class,
            EvaluateTableCommand.class,
            EvaluateVectorsCommand.class
        })
final class EvaluateCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(Printing.out(spec));
        }
    }
}
