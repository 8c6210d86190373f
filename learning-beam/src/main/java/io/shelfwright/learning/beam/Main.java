package io.shelfwright.learning.beam;

import io.shelfwright.api.ShelfwrightException;
import io.shelfwright.learning.report.Refusal;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** Starts a job of the learning loop on Flink; exit code 0 is success, 1 a refusal, 2 bad usage or input. */
@Command(
        name = "shelfwright-learning-beam",
        description = "Jobs of the learning loop on Apache Beam, run by Flink.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {DatasetCommand.class, StatisticsCommand.class, UserVectorsCommand.class})
public final class Main implements Runnable {
    private static final int BAD_INPUT = 2;

    @SuppressWarnings("UnusedVariable") // picocli reads it
    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = CommandLine.ScopeType.INHERIT,
            description = "Show this help and exit.")
    private boolean help;

    @Spec
    private @org.jspecify.annotations.Nullable CommandSpec spec;

    private Main() {}

    /** Runs a job and ends the process. */
    public static void main(String[] arguments) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        System.exit(run(out, err, arguments));
    }

    static int run(PrintWriter out, PrintWriter err, String... arguments) {
        CommandLine line = new CommandLine(new Main()).setOut(out).setErr(err);
        line.setExecutionExceptionHandler((failure, command, parsed) -> {
            if (failure instanceof Refusal) {
                err.println("no dataset: " + failure.getMessage());
                return 1;
            }
            if (failure instanceof ShelfwrightException) {
                err.println("shelfwright: " + failure.getMessage());
                return BAD_INPUT;
            }
            throw failure;
        });
        return line.execute(arguments);
    }

    @Override
    public void run() {
        throw new ParameterException(
                java.util.Objects.requireNonNull(spec, "picocli sets the spec").commandLine(),
                "name a job: dataset, statistics, vectors");
    }
}
