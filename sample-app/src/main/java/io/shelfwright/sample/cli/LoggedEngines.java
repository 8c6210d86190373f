package io.shelfwright.sample.cli;

import com.typesafe.config.ConfigUtil;
import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.HomeEngine;
import io.shelfwright.api.PageRecord;
import io.shelfwright.engine.PageOddsReader;
import io.shelfwright.engine.Shelfwright;
import io.shelfwright.engine.config.ConfigReader;
import io.shelfwright.engine.snapshots.SnapshotStore;
import io.shelfwright.learning.LoggedEngine;
import io.shelfwright.sample.simulate.SimulatedLog;
import io.shelfwright.spi.UserStateStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Engines that build the pages of a data directory's log again: for its own listeners, or for the simulated ones where the log's
 * last pages were simulated. What they log goes to a scratch directory. Not thread-safe.
 */
final class LoggedEngines implements AutoCloseable {
    private final Workspace workspace;
    private final Path scratch;
    private final @Nullable SimulatedLog simulated;
    private final @Nullable UserStateStore users;

    private LoggedEngines(
            Workspace workspace, Path scratch, @Nullable SimulatedLog simulated, @Nullable UserStateStore users) {
        this.workspace = workspace;
        this.scratch = scratch;
        this.simulated = simulated;
        this.users = users;
    }

    static LoggedEngines open(Workspace workspace, Consumer<String> progress) {
        Optional<SimulatedLog> simulated = SimulatedLog.last(workspace.data(), workspace.now(), progress);
        UserStateStore users = simulated.isPresent() ? null : workspace.users();
        try {
            Path scratch = Files.createTempDirectory("shelfwright-engine");
            return new LoggedEngines(workspace, scratch, simulated.orElse(null), users);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot make a directory to work in", e);
        }
    }

    /** Returns one engine with the configuration of the directory, for models to be judged by. */
    static LoggedEngine asWritten(Workspace workspace, Consumer<String> progress) {
        LoggedEngines engines = open(workspace, progress);
        try {
            HomeEngine engine = engines.engine(engines.written());
            return new AsWritten(engines, engine, new PageOddsReader(engine));
        } catch (RuntimeException e) {
            engines.close();
            throw e;
        }
    }

    private record AsWritten(LoggedEngines engines, HomeEngine engine, PageOddsReader odds) implements LoggedEngine {
        @Override
        public boolean holds(PageRecord page) {
            return engines.holds(page);
        }

        @Override
        public SnapshotStore snapshots() {
            return engines.snapshots();
        }

        @Override
        public Map<String, Double> objectives() {
            return engines.workspace.config().ranking().settings().objectives();
        }

        @Override
        public void close() {
            engine.close();
            engines.close();
        }
    }

    /** Returns the configuration of the data directory. */
    String written() {
        try {
            return Files.readString(workspace.data().config());
        } catch (IOException e) {
            throw new BadRequestException("cannot read " + workspace.data().config() + ": " + e, e);
        }
    }

    /** Returns an engine of a whole configuration; the caller closes it first. */
    HomeEngine engine(String config) {
        if (simulated != null) {
            return simulated.engine(config, scratch);
        }
        String storage = "\nstorage.experience = " + ConfigUtil.quoteString(scratch.toString()) + "\n";
        return Shelfwright.builder(
                        ConfigReader.readText(config + storage, workspace.data().path()))
                .clock(workspace.clock())
                .watchPlugins(false)
                .watchSnapshots(false)
                .userStateStore(new LentStore(Objects.requireNonNull(users)))
                .build();
    }

    /** Returns whether a page of the log is one of those. */
    boolean holds(PageRecord page) {
        return simulated == null || simulated.holds(page);
    }

    /** Returns the snapshots that those pages were built from. */
    SnapshotStore snapshots() {
        return simulated == null ? workspace.snapshots() : simulated.snapshots();
    }

    @Override
    public void close() {
        if (users != null) {
            users.close();
        }
        ScratchDirectory.delete(scratch);
    }
}
