package io.shelfwright.engine.generation;

import io.shelfwright.api.PluginException;
import io.shelfwright.engine.config.RankingSettings.ChangedFeatures;
import io.shelfwright.engine.config.RankingSettings.Untrained;
import io.shelfwright.engine.discovery.LoadedPlugin;
import io.shelfwright.engine.plugins.Instance;
import io.shelfwright.engine.plugins.InstanceBinder.Bound;
import io.shelfwright.engine.plugins.Lifecycle;
import io.shelfwright.engine.plugins.PluginSet;
import io.shelfwright.engine.probe.TransformProbe;
import io.shelfwright.engine.probe.TransformValues;
import io.shelfwright.engine.snapshots.CatalogData;
import io.shelfwright.engine.snapshots.CatalogFiles;
import io.shelfwright.engine.snapshots.ItemCatalog;
import io.shelfwright.engine.snapshots.Snapshot;
import io.shelfwright.engine.snapshots.SnapshotLease;
import io.shelfwright.engine.vectors.StoredVectors;
import io.shelfwright.engine.vectors.VectorFiles;
import io.shelfwright.engine.vectors.VectorIndexes;
import io.shelfwright.spi.CandidateGenerator;
import io.shelfwright.spi.FeatureDeclaration;
import io.shelfwright.spi.FeatureSchema;
import io.shelfwright.spi.FeatureSet;
import io.shelfwright.spi.InstanceContext;
import io.shelfwright.spi.Ranker;
import io.shelfwright.spi.SafetyFilter;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes a generation from a snapshot: loads everything before anybody may use it. */
public final class GenerationFactory {
    private static final Logger LOG = LoggerFactory.getLogger(GenerationFactory.class);

    private final Blueprint blueprint;
    private final PluginSet plugins;
    private @Nullable TransformValues transform;
    private final List<Instance<SafetyFilter>> builtInSafety;
    private final InstantSource clock;
    private final Optional<VectorIndexes> indexes;
    private final Consumer<ItemCatalog> whenClosed;

    /**
     * Makes a factory.
     *
     * @param blueprint bound to these plugins
     * @param plugins what it was bound to; whoever calls holds them as long as the factory is used
     * @param whenClosed told of every catalog that no generation uses any more
     */
    public GenerationFactory(
            Blueprint blueprint,
            PluginSet plugins,
            List<Instance<SafetyFilter>> builtInSafety,
            InstantSource clock,
            Consumer<ItemCatalog> whenClosed) {
        this.blueprint = blueprint;
        this.plugins = plugins;
        this.builtInSafety = List.copyOf(builtInSafety);
        this.clock = clock;
        this.whenClosed = whenClosed;
        indexes = blueprint.vectorIndexes(clock);
    }

    /**
     * Makes a generation.
     *
     * @throws io.shelfwright.api.SnapshotException if the snapshot cannot be read
     * @throws PluginException if an instance that is no rung of the ladder cannot be made
     */
    public Generation create(Snapshot snapshot) {
        SnapshotLease lease = SnapshotLease.take(snapshot);
        ItemCatalog catalog;
        try {
            CatalogData data = CatalogFiles.read(snapshot.catalog());
            catalog = new ItemCatalog(snapshot.version(), data, vectors(snapshot, data));
        } catch (RuntimeException | LinkageError e) {
            lease.close();
            throw e;
        }
        return create(snapshot, new CatalogHold(catalog, lease, indexing(), whenClosed));
    }

    /**
     * Makes a generation of the snapshot of another one, with instances of its own.
     *
     * <p>They share the catalog, unless another plugin searches its vectors now.
     */
    public Generation again(Generation other) {
        return other.held().share(indexing()) ? create(other.snapshot(), other.held()) : create(other.snapshot());
    }

    private Optional<LoadedPlugin> indexing() {
        return blueprint.vectorIndex().map(Bound::plugin);
    }

    public Blueprint blueprint() {
        return blueprint;
    }

    public PluginSet plugins() {
        return plugins;
    }

    private Generation create(Snapshot snapshot, CatalogHold held) {
        if (!plugins.hold()) {
            held.letGo();
            throw new IllegalStateException("these plugins are closed");
        }
        Contexts contexts = new Contexts(snapshot, held.catalog());
        try {
            return create(snapshot, held, contexts);
        } catch (RuntimeException | LinkageError e) {
            // What was made before the one that failed must not stay open.
            Generations.closeAll(contexts.made, snapshot.version());
            held.letGo();
            plugins.letGo();
            throw e;
        }
    }

    private List<StoredVectors> vectors(Snapshot snapshot, CatalogData data) {
        List<StoredVectors> read = VectorFiles.readAll(
                snapshot.vectors(),
                data.items(),
                blueprint.config().vectors().settings().mapAboveBytes());
        return indexes.map(found -> found.openAll(snapshot.vectors(), read)).orElse(read);
    }

    /**
     * Returns what the running transform gives for the probe's world, measured once.
     *
     * <p>Instances of it live for that moment only.
     */
    public synchronized TransformValues transform() {
        TransformValues known = transform;
        if (known == null) {
            known = TransformProbe.measure(
                    blueprint.features(), blueprint.config().baseDirectory());
            transform = known;
        }
        return known;
    }

    /**
     * Compares the running transform with that of a snapshot or a model.
     *
     * @param directory of the snapshot or the model
     * @return a sentence for each feature that changed without a new version; none where nothing is known of it
     */
    public List<String> changedFeatures(Path directory) {
        return TransformValues.read(directory)
                .map(then -> then.differences(transform()))
                .orElse(List.of());
    }

    /** Returns whether such features are a reason to refuse a snapshot. */
    public boolean refusesChangedFeatures() {
        return blueprint.config().ranking().settings().changedFeatures() == ChangedFeatures.REFUSE;
    }

    private void requireSameTransform(Snapshot snapshot) {
        List<String> changed = refusesChangedFeatures() ? changedFeatures(snapshot.directory()) : List.of();
        if (!changed.isEmpty()) {
            throw new PluginException("features give other values than when snapshot " + snapshot.version()
                    + " was published, though nobody raised their version: " + String.join("; ", changed)
                    + ". Nothing is served with them: restore the feature sets and their settings, or raise the versions and train"
                    + " again, or set ranking.changed-features = accept to serve without the models of before");
        }
    }

    private Generation create(Snapshot snapshot, CatalogHold held, Contexts contexts) {
        requireSameTransform(snapshot);
        List<Instance<FeatureSet>> features = declared(contexts.all(blueprint.features()));
        FeatureSchema schema = schema(features);
        contexts.schema = schema;
        List<Instance<SafetyFilter>> safety = new ArrayList<>(builtInSafety);
        safety.addAll(contexts.all(blueprint.safety()));
        List<Instance<CandidateGenerator>> generators = contexts.all(blueprint.generators());
        return new Generation(
                snapshot,
                plugins,
                blueprint.configHash(),
                held,
                schema,
                generators,
                List.copyOf(safety),
                contexts.all(blueprint.filters()),
                features,
                ladder(contexts, snapshot),
                contexts.all(blueprint.scores()),
                contexts.all(blueprint.placements()),
                contexts.one(blueprint.packer()),
                contexts.one(blueprint.examination()),
                contexts.one(blueprint.exploration()));
    }

    /** Reads each set's declarations once, so that no request depends on being told the same again. */
    private List<Instance<FeatureSet>> declared(List<Instance<FeatureSet>> sets) {
        List<Instance<FeatureSet>> declared = new ArrayList<>();
        for (Instance<FeatureSet> set : sets) {
            try {
                declared.add(set.as(Lifecycle.within(
                        set.guard().loader(),
                        creation(),
                        "declaring the features of '" + set.name() + "'",
                        () -> DeclaredFeatures.of(set.plugin()))));
            } catch (RuntimeException | LinkageError e) {
                throw new PluginException("'" + set.name() + "' cannot declare its features: " + e, e);
            }
        }
        return List.copyOf(declared);
    }

    private Duration creation() {
        return blueprint.config().resilience().creationDeadline();
    }

    private static FeatureSchema schema(List<Instance<FeatureSet>> sets) {
        List<FeatureDeclaration> declarations = new ArrayList<>();
        sets.forEach(set -> declarations.addAll(set.plugin().features()));
        try {
            return new FeatureSchema(declarations);
        } catch (IllegalArgumentException e) {
            throw new PluginException(
                    "the feature sets do not go together: " + e.getMessage() + "; configure only one of them", e);
        }
    }

    private List<Rung> ladder(Contexts contexts, Snapshot snapshot) {
        List<Rung> ladder = new ArrayList<>();
        for (Bound<Ranker> bound : blueprint.ladder()) {
            Rung rung = rung(bound, contexts, snapshot);
            if (rung.unavailable() != null) {
                LOG.warn(
                        "ranker '{}' cannot serve: {}",
                        rung.name(),
                        rung.unavailable().message());
            }
            ladder.add(rung);
        }
        return List.copyOf(ladder);
    }

    /** A rung that cannot serve is not fatal: that is what the ladder is for. */
    private Rung rung(Bound<Ranker> bound, Contexts contexts, Snapshot snapshot) {
        int before = contexts.made.size();
        try {
            Instance<Ranker> instance = bound.create(contexts.named(bound.name()));
            Ranker ranker = Objects.requireNonNull(instance.plugin(), "its factory returned null");
            contexts.made.add(ranker);
            Optional<FeatureSchema> trained = Lifecycle.within(
                    instance.guard().loader(),
                    creation(),
                    "asking '" + bound.name() + "' what it was trained on",
                    ranker::trainedOn);
            FeatureSchema running = contexts.schema();
            if (trained.isPresent() && !trained.get().fingerprint().equals(running.fingerprint())) {
                contexts.refuse(ranker);
                return Rung.unavailable(bound.name(), "schema-mismatch", mismatch(trained.get(), running));
            }
            List<String> changed =
                    snapshot.model(bound.name()).map(this::changedFeatures).orElse(List.of());
            if (!changed.isEmpty()) {
                contexts.refuse(ranker);
                return Rung.unavailable(
                        bound.name(),
                        "transform-changed",
                        "features give other values than when the model was trained, though nobody raised their version: "
                                + String.join("; ", changed) + "; restore them, or raise the versions and train again");
            }
            Calibration calibration =
                    snapshot.model(bound.name()).map(Calibration::read).orElse(Calibration.IDENTITY);
            return Rung.serving(instance, calibration);
        } catch (PluginException e) {
            boolean untrained = snapshot.model(bound.name()).isEmpty();
            return untrained && blueprint.config().ranking().settings().untrained() == Untrained.SKIP
                    ? Rung.absent(bound.name())
                    : Rung.unavailable(bound.name(), "no-model", String.valueOf(e.getMessage()));
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("ranker '{}' cannot be made", bound.name(), e);
            List.copyOf(contexts.made.subList(before, contexts.made.size())).forEach(contexts::refuse);
            return Rung.unavailable(bound.name(), "failed", e.getClass().getSimpleName() + ": " + e.getMessage());
        }
    }

    private static String mismatch(FeatureSchema trained, FeatureSchema running) {
        return "the model was trained on the features " + trained + ", the running transform has " + running
                + "; train it again. Differences (running against trained): "
                + String.join("; ", running.differences(trained)) + ". Trained on: " + names(trained) + ". Running: "
                + names(running);
    }

    private static String names(FeatureSchema schema) {
        List<String> names = new ArrayList<>();
        schema.features().forEach(feature -> names.add(feature.name()));
        return String.join(", ", names);
    }

    /** Contexts for instances of one snapshot. */
    private final class Contexts {
        private final Snapshot snapshot;
        private final ItemCatalog catalog;
        private final List<AutoCloseable> made = new ArrayList<>();
        private FeatureSchema schema = new FeatureSchema(List.of());

        Contexts(Snapshot snapshot, ItemCatalog catalog) {
            this.snapshot = snapshot;
            this.catalog = catalog;
        }

        FeatureSchema schema() {
            return schema;
        }

        <T extends AutoCloseable> List<Instance<T>> all(List<Bound<T>> bound) {
            List<Instance<T>> instances = new ArrayList<>();
            bound.forEach(one -> instances.add(one(one)));
            return List.copyOf(instances);
        }

        <T extends AutoCloseable> Instance<T> one(Bound<T> bound) {
            try {
                Instance<T> instance = bound.create(named(bound.name()));
                made.add(Objects.requireNonNull(instance.plugin(), "its factory returned null"));
                return instance;
            } catch (PluginException e) {
                throw e;
            } catch (RuntimeException | LinkageError e) {
                throw new PluginException(
                        bound.plugin()
                                .failure(
                                        "cannot make '" + bound.name() + "' (factory '"
                                                + bound.factory().name() + "')",
                                        e),
                        e);
            }
        }

        /** Closes an instance that was made but cannot serve. */
        void refuse(AutoCloseable instance) {
            made.remove(instance);
            Generations.closeAll(List.of(instance), snapshot.version());
        }

        InstanceContext named(String name) {
            return new SnapshotContext(
                    name, catalog, schema, snapshot, blueprint.config().baseDirectory(), clock);
        }
    }

    private record SnapshotContext(
            String instanceName,
            ItemCatalog catalog,
            FeatureSchema schema,
            Snapshot snapshot,
            Path baseDirectory,
            InstantSource clock)
            implements InstanceContext {
        @Override
        public Optional<Path> model(String model) {
            return snapshot.model(model);
        }
    }
}
