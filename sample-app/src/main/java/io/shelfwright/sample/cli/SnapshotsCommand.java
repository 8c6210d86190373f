package io.shelfwright.sample.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.SnapshotException;
import io.shelfwright.engine.snapshots.Snapshot;
import io.shelfwright.engine.snapshots.SnapshotStore;
import java.io.PrintWriter;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "snapshots", description = "Lists snapshots, verifies one, or goes back to an earlier one.")
final class SnapshotsCommand implements Runnable {
    private static final String AS_JSON = "Print one JSON array, an object a snapshot.";

    @Option(names = "--data", paramLabel = "DIR", description = "Data directory, whose snapshots are listed.")
    private @Nullable Path directory;

    @Option(names = "--json", description = AS_JSON)
    private boolean json;

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (directory == null) {
            throw new BadRequestException("--data is missing; name the data directory, as in 'snapshots --data DIR'");
        }
        print(Workspace.open(directory).snapshots(), json);
    }

    @Command(name = "list", description = "Lists all snapshots, the one in use marked with *.")
    int list(@Mixin DataOption data, @Option(names = "--json", description = AS_JSON) boolean asJson) {
        print(data.open().snapshots(), asJson);
        return 0;
    }

    private void print(SnapshotStore store, boolean asJson) {
        String current = store.current().orElse("");
        ArrayNode array = Printing.JSON.createArrayNode();
        for (String version : store.versions()) {
            ObjectNode entry = array.addObject().put("version", version).put("inUse", version.equals(current));
            try {
                Snapshot snapshot = store.open(version);
                entry.put("created", snapshot.created().toString()).put("note", snapshot.note());
            } catch (SnapshotException e) {
                entry.put("problem", e.getMessage());
            }
        }
        PrintWriter out = Printing.out(spec);
        if (asJson) {
            out.println(Printing.pretty(array));
            return;
        }
        for (JsonNode entry : array) {
            out.println((entry.path("inUse").asBoolean() ? "* " : "  ")
                    + entry.path("version").asText() + "  "
                    + (entry.has("problem")
                            ? entry.path("problem").asText()
                            : entry.path("created").asText() + "  "
                                    + entry.path("note").asText()));
        }
    }

    @Command(name = "show", description = "Verifies a snapshot's files against its manifest.")
    int show(
            @Mixin DataOption data, @Parameters(paramLabel = "VERSION", description = "The snapshot.") String version) {
        Snapshot snapshot = data.open().snapshots().open(version);
        Printing.out(spec)
                .println(version + ": " + snapshot.note() + ", published " + snapshot.created() + ", made from "
                        + (snapshot.parent().isEmpty() ? "nothing" : snapshot.parent()) + ", every file verified");
        return 0;
    }

    @Command(name = "rollback", description = "Puts an earlier snapshot into use again.")
    int rollback(
            @Mixin DataOption data, @Parameters(paramLabel = "VERSION", description = "The snapshot.") String version) {
        data.open().snapshots().rollback(version);
        Printing.out(spec).println("snapshot " + version + " is in use");
        return 0;
    }
}
