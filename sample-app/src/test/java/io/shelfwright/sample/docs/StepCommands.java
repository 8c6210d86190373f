package io.shelfwright.sample.docs;

import io.shelfwright.sample.cli.CommandLines;
import java.util.List;

/** Checks command lines that stand in files against the real one. */
final class StepCommands {
    private StepCommands() {}

    /** Returns what is wrong with a command's arguments, empty where nothing is. */
    static String problem(List<String> arguments) {
        return CommandLines.problem(arguments.toArray(String[]::new));
    }
}
