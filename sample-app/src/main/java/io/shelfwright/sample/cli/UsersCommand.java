package io.shelfwright.sample.cli;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.Erasure;
import io.shelfwright.api.HomeEngine;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "users",
        description = "Exports all that is held of one user, or erases it everywhere.",
        synopsisSubcommandLabel = "COMMAND",
        footer = {
            "",
            "Examples:",
            "  shelfwright users export 2 --data DIR --out user-2.json",
            "  shelfwright users erase 2 --data DIR"
        })
final class UsersCommand implements Runnable {
    private static final String USER = "User id.";

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        CommandSpec own = spec;
        if (own != null) {
            own.commandLine().usage(own.commandLine().getOut());
        }
    }

    @Command(name = "export", description = "Writes all that is held of a user as one JSON object.")
    int export(
            @Mixin DataOption data,
            @Parameters(paramLabel = "USER", description = USER) String user,
            @Option(names = "--out", paramLabel = "FILE", description = "File to write; standard output if left out.")
                    @Nullable
                    Path out)
            throws IOException {
        Workspace workspace = data.open();
        String userId = workspace.userId(user);
        try (HomeEngine engine = workspace.engine()) {
            String json = engine.export(userId);
            if (out == null) {
                Printing.out(spec).println(json);
            } else {
                Files.writeString(out, json, StandardCharsets.UTF_8);
                Printing.out(spec).println("everything held of user '" + userId + "' is in " + out);
            }
        }
        return 0;
    }

    @Command(
            name = "erase",
            description =
                    "Erases a user from the store, the logs, the caches and the imported sources; it cannot be undone.")
    int erase(@Mixin DataOption data, @Parameters(paramLabel = "USER", description = USER) String user) {
        Workspace workspace = data.open();
        String userId = workspace.userId(user);
        // Sources first: an import that is repeated after a crash would bring the user back.
        long rows = workspace.data().eraseUser(userId);
        Erasure erasure;
        try (HomeEngine engine = workspace.engine()) {
            erasure = engine.erase(userId);
        }
        if (rows == 0 && erasure.versions() == 0) {
            throw new BadRequestException(
                    "nothing was recorded of user '" + userId + "'; whatever the logs held of it is gone");
        }
        Printing.out(spec)
                .println("user '" + userId + "' is erased: " + erasure.versions() + " interactions, " + rows
                        + " rows of imported sources"
                        + (erasure.keptBySinks().isEmpty()
                                ? ""
                                : "; erase the user yourself behind the sinks "
                                        + String.join(", ", erasure.keptBySinks())));
        return 0;
    }
}
