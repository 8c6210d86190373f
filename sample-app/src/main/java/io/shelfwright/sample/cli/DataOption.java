package io.shelfwright.sample.cli;

import java.nio.file.Path;
import picocli.CommandLine.Option;

/** The data directory, as most verbs take it. */
final class DataOption {
    @Option(
            names = "--data",
            required = true,
            paramLabel = "DIR",
            description = "Data directory: sources, users, snapshots and the experience log.")
    private Path directory = Path.of("");

    /** Returns the workspace in an existing data directory. */
    Workspace open() {
        return Workspace.open(directory);
    }

    Path directory() {
        return directory;
    }
}
