package io.shelfwright.sample.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.SnapshotException;
import io.shelfwright.engine.snapshots.Snapshot;
import io.shelfwright.engine.snapshots.SnapshotDifference;
import io.shelfwright.engine.snapshots.SnapshotEvent;
import io.shelfwright.engine.snapshots.SnapshotStore;
import io.shelfwright.learning.publication.Lineage;
import io.shelfwright.learning.publication.ModelRegistry;
import io.shelfwright.learning.publication.RegisteredModel;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "snapshots",
        description = "Lists snapshots, verifies, compares, tries and deletes them, or goes back to an earlier one.")
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

    @Command(
            name = "list",
            description = "Lists all snapshots: * is in use, - is the one to roll back to, ? is on trial.")
    int list(@Mixin DataOption data, @Option(names = "--json", description = AS_JSON) boolean asJson) {
        print(data.open().snapshots(), asJson);
        return 0;
    }

    private void print(SnapshotStore store, boolean asJson) {
        String current = store.current().orElse("");
        String previous = store.previous().orElse("");
        String candidate = store.candidate().orElse("");
        ArrayNode array = Printing.JSON.createArrayNode();
        for (String version : store.versions()) {
            ObjectNode entry = array.addObject()
                    .put("version", version)
                    .put("inUse", version.equals(current))
                    .put("previous", version.equals(previous))
                    .put("candidate", version.equals(candidate));
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
            out.println(mark(entry) + " " + entry.path("version").asText() + "  "
                    + (entry.has("problem")
                            ? entry.path("problem").asText()
                            : entry.path("created").asText() + "  "
                                    + entry.path("note").asText()));
        }
    }

    private static String mark(JsonNode entry) {
        return entry.path("inUse").asBoolean()
                ? "*"
                : entry.path("candidate").asBoolean()
                        ? "?"
                        : entry.path("previous").asBoolean() ? "-" : " ";
    }

    @Command(
            name = "show",
            description = "Verifies a snapshot's files against its manifest, and says what is known of it.")
    int show(
            @Mixin DataOption data,
            @Parameters(paramLabel = "VERSION", description = "The snapshot.") String version,
            @Option(names = "--json", description = "Print one JSON object.") boolean asJson) {
        Snapshot snapshot = data.open().snapshots().open(version);
        PrintWriter out = Printing.out(spec);
        if (asJson) {
            ObjectNode node = Printing.JSON
                    .createObjectNode()
                    .put("version", version)
                    .put("created", snapshot.created().toString())
                    .put("parent", snapshot.parent())
                    .put("note", snapshot.note());
            ObjectNode facts = node.putObject("facts");
            new TreeMap<>(snapshot.facts()).forEach(facts::put);
            out.println(Printing.pretty(node));
            return 0;
        }
        out.println(version + ": " + snapshot.note() + ", published " + snapshot.created() + ", made from "
                + (snapshot.parent().isEmpty() ? "nothing" : snapshot.parent()) + ", every file verified");
        new TreeMap<>(snapshot.facts()).forEach((key, value) -> out.println("  " + key + " = " + value));
        return 0;
    }

    @Command(
            name = "diff",
            description = "Says how two snapshots differ: files, and what is known of them.",
            footer = {"", "Example: shelfwright snapshots diff 000003 000004 --data DIR"})
    int diff(
            @Mixin DataOption data,
            @Parameters(paramLabel = "FROM", description = "The first snapshot.") String from,
            @Parameters(paramLabel = "TO", description = "The second snapshot.") String to,
            @Option(names = "--json", description = "Print one JSON object.") boolean asJson) {
        SnapshotDifference difference = data.open().snapshots().difference(from, to);
        PrintWriter out = Printing.out(spec);
        if (asJson) {
            ObjectNode node = Printing.JSON.createObjectNode().put("from", from).put("to", to);
            difference.added().forEach(node.putArray("added")::add);
            difference.removed().forEach(node.putArray("removed")::add);
            difference.changed().forEach(node.putArray("changed")::add);
            ObjectNode facts = node.putObject("facts");
            new TreeMap<>(difference.facts()).forEach(facts::put);
            out.println(Printing.pretty(node));
            return 0;
        }
        if (difference.sameFiles()) {
            out.println("every file of " + from + " and " + to + " is the same");
        }
        difference.added().forEach(path -> out.println("+ " + path));
        difference.removed().forEach(path -> out.println("- " + path));
        difference.changed().forEach(path -> out.println("~ " + path));
        new TreeMap<>(difference.facts()).forEach((key, value) -> out.println("  " + key + ": " + value));
        return 0;
    }

    @Command(
            name = "rollback",
            description = "Puts an earlier snapshot into use again: the one named, or the one that was in use before.",
            footer = {
                "",
                "Examples:",
                "  shelfwright snapshots rollback --data DIR",
                "  shelfwright snapshots rollback 000003 --data DIR"
            })
    int rollback(
            @Mixin DataOption data,
            @Parameters(arity = "0..1", paramLabel = "VERSION", description = "The snapshot.") @Nullable
                    String version) {
        SnapshotStore store = data.open().snapshots();
        String now = version;
        if (now == null) {
            now = store.rollback();
        } else {
            store.rollback(now);
        }
        Printing.out(spec).println("snapshot " + now + " is in use");
        return 0;
    }

    @Command(
            name = "models",
            description = "Lists the versions as a registry of models: aliases, models, and what they were made from.")
    int models(@Mixin DataOption data, @Option(names = "--json", description = AS_JSON) boolean asJson) {
        ArrayNode array = Printing.JSON.createArrayNode();
        PrintWriter out = Printing.out(spec);
        for (RegisteredModel model : new ModelRegistry(data.open().snapshots()).models()) {
            ObjectNode node = array.addObject().put("version", model.version()).put("note", model.note());
            model.aliases().forEach(node.putArray("aliases")::add);
            model.models().forEach(node.putArray("models")::add);
            Lineage lineage = model.lineage();
            node.putObject("lineage")
                    .put("ranker", lineage.ranker())
                    .put("trainer", lineage.trainer())
                    .put("dataset", lineage.dataset())
                    .put("parent", lineage.parent())
                    .put("code", lineage.code())
                    .put("seed", lineage.seed());
            node.put("problem", model.problem());
            if (!asJson) {
                out.println(model.version() + "  " + String.join(", ", model.aliases()) + "  "
                        + (model.problem().isEmpty() ? String.join(", ", model.models()) : model.problem())
                        + (lineage.known()
                                ? "  " + lineage.ranker() + " by " + lineage.trainer() + " from dataset "
                                        + lineage.dataset() + ", snapshot " + lineage.parent() + ", code "
                                        + lineage.code() + ", seed " + lineage.seed()
                                : ""));
            }
        }
        if (asJson) {
            out.println(Printing.pretty(array));
        }
        return 0;
    }

    @Command(
            name = "try",
            description = "Gives a snapshot to a share of the users (canary.share) of every engine that watches.",
            footer = {
                "",
                "Engines take it back by themselves when its guard metrics are bad; 'snapshots history' says why.",
                "Example: shelfwright snapshots try 000004 --data DIR"
            })
    int tryOut(
            @Mixin DataOption data, @Parameters(paramLabel = "VERSION", description = "The snapshot.") String version) {
        data.open().snapshots().trials().nominate(version);
        Printing.out(spec).println("snapshot " + version + " is on trial");
        return 0;
    }

    @Command(name = "promote", description = "Puts the snapshot that is on trial into use.")
    int promote(@Mixin DataOption data) {
        Printing.out(spec)
                .println("snapshot " + data.open().snapshots().trials().promote() + " is in use");
        return 0;
    }

    @Command(name = "withdraw", description = "Ends the trial of the snapshot that is on trial.")
    int withdraw(
            @Mixin DataOption data,
            @Option(
                            names = "--why",
                            paramLabel = "TEXT",
                            description = "What to keep in the history.",
                            defaultValue = "")
                    String why) {
        SnapshotStore store = data.open().snapshots();
        String version = store.candidate()
                .orElseThrow(() -> new BadRequestException("no snapshot is on trial; see 'snapshots list'"));
        store.trials().withdraw(version, why);
        Printing.out(spec).println("snapshot " + version + " is no longer on trial");
        return 0;
    }

    @Command(
            name = "history",
            description = "Lists what became of snapshots: put into use again, tried, withdrawn, and why.")
    int history(
            @Mixin DataOption data,
            @Option(names = "--json", description = "Print one JSON array, an object an event.") boolean asJson) {
        PrintWriter out = Printing.out(spec);
        ArrayNode array = Printing.JSON.createArrayNode();
        for (SnapshotEvent event : data.open().snapshots().history()) {
            array.addObject()
                    .put("at", event.at().toString())
                    .put("version", event.version())
                    .put("event", event.event())
                    .put("why", event.why());
            if (!asJson) {
                out.println(event.at() + "  " + event.version() + "  " + event.event()
                        + (event.why().isEmpty() ? "" : "  " + event.why()));
            }
        }
        if (asJson) {
            out.println(Printing.pretty(array));
        }
        return 0;
    }

    @Command(
            name = "collect",
            description = "Deletes old snapshots that no engine uses, and what killed publications left.",
            footer = {
                "",
                "The one in use, the one to roll back to, one on trial and those that an engine of any process",
                "uses stay. Example: shelfwright snapshots collect --keep 3 --data DIR"
            })
    int collect(
            @Mixin DataOption data,
            @Option(
                            names = "--keep",
                            paramLabel = "N",
                            description = "Newest snapshots that stay in any case; without it, snapshots.keep of the"
                                    + " configuration.")
                    @Nullable
                    Integer keep) {
        Workspace workspace = data.open();
        int newest = keep == null ? workspace.config().snapshots().keep() : keep;
        if (newest < 1) {
            throw new BadRequestException("--keep is " + newest + ", allowed is 1 and above");
        }
        List<String> deleted = workspace.snapshots().collect(newest);
        Printing.out(spec).println(deleted.isEmpty() ? "nothing to delete" : "deleted " + String.join(", ", deleted));
        return 0;
    }
}
