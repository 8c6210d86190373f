package io.shelfwright.sample.cli;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

@Command(
        name = "vectors",
        description = "Makes the vectors of items and users; 'evaluate vectors' judges them. See docs/vectors.md.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {TrainVectorsCommand.class, ImportSparkCommand.class, UserVectorsCommand.class})
final class VectorsCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(Printing.out(spec));
        }
    }
}
