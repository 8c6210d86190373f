package io.shelfwright.sample.cli;

import io.shelfwright.engine.snapshots.SnapshotStore;
import io.shelfwright.learning.uservectors.LocalUserVectors;
import io.shelfwright.learning.uservectors.UserVectors;
import io.shelfwright.learning.uservectors.UserVectorsJob;
import io.shelfwright.spi.UserStateStore;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "users",
        description = {
            "Computes the taste vectors of all users from everything they did, and writes them to a directory.",
            "They are those that pages would see, for work with many users at once; pages do not read them.",
            "A run that was killed goes on where it was."
        },
        footer = {
            "",
            "Examples:",
            "  shelfwright vectors users --data my-data",
            "  shelfwright vectors users --data my-data --out audiences --engine beam --flink-master host:8081"
        })
final class UserVectorsCommand implements Callable<Integer> {
    @Mixin
    private DataOption data = new DataOption();

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "Directory to write, in place of one that is there; by default user-vectors of --data.")
    private @Nullable Path out;

    @Option(
            names = "--shards",
            paramLabel = "N",
            description = "Groups that users are worked on in; each is in memory on its thread.",
            defaultValue = "16")
    private int shards = 16;

    @Mixin
    private EngineOptions engine = new EngineOptions();

    @Spec
    private @Nullable CommandSpec spec;

    @Override
    public Integer call() {
        Workspace workspace = data.open();
        PrintWriter progress = Objects.requireNonNull(spec, "picocli sets the spec")
                .commandLine()
                .getErr();
        boolean beam = engine.beam();
        SnapshotStore snapshots = workspace.snapshots();
        Path target = out == null ? workspace.data().path().resolve("user-vectors") : out;
        try (UserStateStore users = workspace.users()) {
            UserVectors made = UserVectorsJob.run(
                    users,
                    workspace.data().snapshots(),
                    snapshots.open().version(),
                    target,
                    shards,
                    beam
                            ? wanted -> onFlink(wanted::write, progress)
                            : new LocalUserVectors(engine.threads(), progress::println));
            Printing.out(spec)
                    .println("vectors of " + made.users() + " users in "
                            + made.dimensions().keySet() + " of snapshot " + made.snapshot() + ", in "
                            + made.directory());
        }
        return 0;
    }

    private void onFlink(BeamProcess.Wanted wanted, PrintWriter progress) {
        try {
            int code = BeamProcess.run("vectors", wanted, engine.flinkMaster(), progress);
            if (code != 0) {
                throw new IllegalStateException("the job on Flink ended with exit code " + code + "; see above");
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the job on Flink cannot be started", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException("interrupted while Flink ran");
        }
    }
}
