package io.shelfwright.sample.cli;

import io.shelfwright.api.SnapshotException;
import io.shelfwright.engine.snapshots.Snapshot;
import io.shelfwright.engine.snapshots.SnapshotStore;
import java.io.PrintWriter;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "snapshots", description = "Lists snapshots, verifies one, or goes back to an earlier one.")
final class SnapshotsCommand implements Runnable {
    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public void run() {
        if (spec != null) {
            spec.commandLine().usage(spec.commandLine().getOut());
        }
    }

    @Command(name = "list", description = "Lists all snapshots, the one in use marked with *.")
    int list(@Mixin DataOption data) {
        SnapshotStore store = data.open().snapshots();
        PrintWriter out = Printing.out(spec);
        String current = store.current().orElse("");
        for (String version : store.versions()) {
            String line;
            try {
                Snapshot snapshot = store.open(version);
                line = snapshot.created() + "  " + snapshot.note();
            } catch (SnapshotException e) {
                line = e.getMessage();
            }
            out.println((version.equals(current) ? "* " : "  ") + version + "  " + line);
        }
        return 0;
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
