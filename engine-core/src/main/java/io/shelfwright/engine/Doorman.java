package io.shelfwright.engine;

import io.shelfwright.api.SnapshotException;
import io.shelfwright.engine.config.EngineConfig;
import io.shelfwright.engine.eligibility.BuiltInSafety;
import io.shelfwright.engine.generation.Blueprint;
import io.shelfwright.engine.generation.Generation;
import io.shelfwright.engine.generation.GenerationFactory;
import io.shelfwright.engine.generation.Generations;
import io.shelfwright.engine.generation.ModelReview;
import io.shelfwright.engine.plugins.PluginSet;
import io.shelfwright.engine.snapshots.CatalogFiles;
import io.shelfwright.engine.snapshots.Snapshot;
import io.shelfwright.engine.snapshots.SnapshotCheck;
import io.shelfwright.engine.userstate.InMemoryUserStateStore;
import io.shelfwright.engine.userstate.UserStates;
import io.shelfwright.engine.vectors.VectorFiles;
import io.shelfwright.engine.vectors.VectorIndexes;
import io.shelfwright.engine.vectors.VectorReview;
import io.shelfwright.spi.HidingPolicy;
import java.io.IOException;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets a snapshot be published only if an engine of this configuration can serve it as well as the one in use. */
final class Doorman implements SnapshotCheck {
    private static final Logger LOG = LoggerFactory.getLogger(Doorman.class);

    private final EngineConfig config;
    private final Supplier<PluginSupply> supply;
    private final InstantSource clock;
    private final LongSupplier nanos;

    Doorman(EngineConfig config, Supplier<PluginSupply> supply, InstantSource clock, LongSupplier nanos) {
        this.config = config;
        this.supply = supply;
        this.clock = clock;
        this.nanos = nanos;
    }

    @Override
    public Map<String, String> check(Snapshot staged, Optional<Snapshot> inUse) {
        try (PluginSupply from = supply.get()) {
            PluginSet plugins = PluginSet.of(from.load());
            try {
                Blueprint blueprint = Blueprint.of(config, plugins.registry());
                blueprint.vectorIndexes(clock).ifPresent(indexes -> complete(staged, indexes));
                return check(
                        staged,
                        inUse,
                        new GenerationFactory(blueprint, plugins, BuiltInSafety.all(), clock, catalog -> {}));
            } finally {
                plugins.letGo();
            }
        }
    }

    /** Whoever publishes vectors, their index is published with them. */
    private static void complete(Snapshot staged, VectorIndexes indexes) {
        try {
            if (!VectorFiles.spaces(staged.vectors()).isEmpty()) {
                indexes.complete(
                        staged.vectors(),
                        CatalogFiles.read(staged.catalog()).items(),
                        Runtime.getRuntime().availableProcessors());
            }
        } catch (IOException e) {
            throw new SnapshotException(
                    "the snapshot is refused: the index '" + indexes.factory() + "' of its vectors cannot be built: "
                            + e.getMessage() + "; repair this, or publish without one with vectors.index = exact",
                    e);
        }
    }

    private Map<String, String> check(Snapshot staged, Optional<Snapshot> inUse, GenerationFactory factory) {
        requireSameTransform(inUse, factory);
        Generation next = factory.create(staged);
        try {
            Optional<Generation> running = inUse.flatMap(snapshot -> running(snapshot, factory));
            try {
                Map<String, String> facts = check(next, running);
                factory.transform().write(staged.directory());
                return facts;
            } catch (IOException e) {
                throw new SnapshotException("cannot write what the feature transform gives: " + e, e);
            } finally {
                running.ifPresent(Generations::discard);
            }
        } finally {
            Generations.discard(next);
        }
    }

    /** Engines that serve the snapshot in use would refuse the next one, and rows of both must not train one model. */
    private static void requireSameTransform(Optional<Snapshot> inUse, GenerationFactory factory) {
        List<String> changed = inUse.filter(snapshot -> factory.refusesChangedFeatures())
                .map(snapshot -> factory.changedFeatures(snapshot.directory()))
                .orElse(List.of());
        if (!changed.isEmpty()) {
            throw new SnapshotException(
                    "the snapshot is refused: features give other values than in the one in use, though nobody raised their"
                            + " version: " + String.join("; ", changed)
                            + "; restore them, raise the versions, or set ranking.changed-features = accept");
        }
    }

    /** What cannot be served now is nothing to compare with. */
    private static Optional<Generation> running(Snapshot inUse, GenerationFactory factory) {
        try {
            return Optional.of(factory.create(inUse));
        } catch (RuntimeException | LinkageError e) {
            LOG.warn(
                    "snapshot {} is in use but cannot be served, so the new one is compared with none",
                    inUse.version(),
                    e);
            return Optional.empty();
        }
    }

    private Map<String, String> check(Generation next, Optional<Generation> running) {
        List<String> problems = new ArrayList<>(ModelReview.problems(next, running));
        next.catalog().spaces().forEach(space -> problems.addAll(VectorReview.problems(space)));
        if (!problems.isEmpty()) {
            throw new SnapshotException("the snapshot is refused: " + String.join("; ", problems));
        }
        InMemoryUserStateStore store = new InMemoryUserStateStore();
        int users = SampleUsers.into(store, next.catalog(), clock.instant());
        UserStates states = new UserStates(store, clock, UserStates.DEFAULT_CACHED_INTERACTIONS, HidingPolicy.DEFAULT);
        new SelfTest(config, nanos, states, store, clock).requireSnapshot(next, running);
        Map<String, String> facts = new TreeMap<>(ModelReview.facts(next));
        facts.put("checked.pages", String.valueOf(users + 1));
        facts.put("checked.items", String.valueOf(next.catalog().size()));
        return facts;
    }
}
