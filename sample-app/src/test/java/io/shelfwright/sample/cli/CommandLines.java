package io.shelfwright.sample.cli;

import java.io.PrintWriter;
import java.io.StringWriter;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Reads command lines without running anything, or runs them. */
public final class CommandLines {
    private CommandLines() {}

    /** Runs a command line in this process; returns its exit code. */
    public static int run(StringWriter out, StringWriter err, String... arguments) {
        return ShelfwrightCommand.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(arguments);
    }

    /** Returns what is wrong with arguments, empty where nothing is. */
    public static String problem(String... arguments) {
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        try {
            CommandLine.ParseResult result =
                    ShelfwrightCommand.commandLine(nowhere, nowhere).parseArgs(arguments);
            return result.hasSubcommand() ? "" : "names no command";
        } catch (ParameterException e) {
            return String.valueOf(e.getMessage());
        }
    }
}
