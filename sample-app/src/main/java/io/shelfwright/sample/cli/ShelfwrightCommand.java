package io.shelfwright.sample.cli;

import io.shelfwright.api.ConfigException;
import io.shelfwright.api.ConfigProblem;
import io.shelfwright.api.ShelfwrightException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

/** The root of the command line; exit code 0 is success, 1 a finding, 2 bad usage or bad input. */
@Command(
        name = "shelfwright",
        description = "Builds personalised home pages: cards packed into shelves, shelves packed into a grid.",
        synopsisSubcommandLabel = "COMMAND",
        subcommands = {
            DemoCommand.class,
            ImportCommand.class,
            HomeCommand.class,
            ExplainCommand.class,
            FeedbackCommand.class,
            TasteCommand.class,
            UsersCommand.class,
            SimulateCommand.class,
            DatasetsCommand.class,
            LearnCommand.class,
            WatchCommand.class,
            VectorsCommand.class,
            EvaluateCommand.class,
            GateCommand.class,
            WhatIfCommand.class,
            ReplayCommand.class,
            PackCommand.class,
            SnapshotsCommand.class,
            PluginsCommand.class,
            ValidateCommand.class,
            CheckCommand.class
        })
public final class ShelfwrightCommand implements Runnable {
    private static final int BAD_INPUT = 2;

    @CommandLine.Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = CommandLine.ScopeType.INHERIT,
            description = "Show this help and exit.")
    private boolean help;

    @Spec
    private @Nullable CommandSpec spec;

    private ShelfwrightCommand() {}

    /** Runs a command and returns its exit code. */
    public static int run(String... args) {
        PrintWriter out = new PrintWriter(System.out, true, StandardCharsets.UTF_8);
        PrintWriter err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
        CommandLine commandLine = commandLine(out, err);
        try {
            return commandLine.execute(args);
        } catch (Error e) { // memory or stack that ran out; picocli hands on exceptions only
            return failed(e, commandLine);
        }
    }

    /** Returns the command line with given writers. */
    static CommandLine commandLine(PrintWriter out, PrintWriter err) {
        return new CommandLine(new ShelfwrightCommand())
                .setOut(out)
                .setErr(err)
                .setCaseInsensitiveEnumValuesAllowed(true)
                .setParameterExceptionHandler((e, args) -> badUsage(e))
                .setExecutionExceptionHandler((e, commandLine, parsed) -> failed(e, commandLine));
    }

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }

    private static int badUsage(ParameterException e) {
        CommandLine command = e.getCommandLine();
        String message = String.valueOf(e.getMessage()).replaceFirst("^Error: ", "");
        command.getErr()
                .println("shelfwright: " + message + "; see '"
                        + command.getCommandSpec().qualifiedName() + " --help'");
        return BAD_INPUT;
    }

    private static int failed(Throwable e, CommandLine command) {
        command.getErr().println("shelfwright: " + oneLine(e));
        if (System.getenv("SHELFWRIGHT_DEBUG") != null) {
            e.printStackTrace(command.getErr());
        }
        return BAD_INPUT;
    }

    /** Scripts read standard error by the line; 'check' tells the problems of a configuration a line each. */
    private static String oneLine(Throwable e) {
        if (e instanceof ConfigException config && !config.problems().isEmpty()) {
            return config.problems().stream().map(ConfigProblem::toString).collect(Collectors.joining("; "));
        }
        String text = e instanceof ShelfwrightException
                ? String.valueOf(e.getMessage())
                : "unexpected failure: " + e + " (set SHELFWRIGHT_DEBUG=1 to see where)";
        return text.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
