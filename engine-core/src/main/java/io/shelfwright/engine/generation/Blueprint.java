package io.shelfwright.engine.generation;

import io.shelfwright.engine.config.EngineConfig;
import io.shelfwright.engine.config.InstanceSpec;
import io.shelfwright.engine.config.Problems;
import io.shelfwright.engine.discovery.ContentHash;
import io.shelfwright.engine.discovery.LoadedPlugin;
import io.shelfwright.engine.plugins.InstanceBinder;
import io.shelfwright.engine.plugins.InstanceBinder.Bound;
import io.shelfwright.engine.plugins.PluginKind;
import io.shelfwright.engine.plugins.PluginRegistry;
import io.shelfwright.engine.vectors.VectorIndexes;
import io.shelfwright.spi.CandidateGenerator;
import io.shelfwright.spi.ExaminationModel;
import io.shelfwright.spi.ExperienceSink;
import io.shelfwright.spi.ExplorationPolicy;
import io.shelfwright.spi.FeatureSet;
import io.shelfwright.spi.FilterRule;
import io.shelfwright.spi.PagePacker;
import io.shelfwright.spi.PlacementRule;
import io.shelfwright.spi.Ranker;
import io.shelfwright.spi.SafetyFilter;
import io.shelfwright.spi.ScoreRule;
import io.shelfwright.spi.UserStateStore;
import io.shelfwright.spi.VectorIndexing;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;

/** Every configured instance with its factory found and its settings bound, ready to be made. */
public record Blueprint(
        EngineConfig config,
        List<Bound<CandidateGenerator>> generators,
        List<Bound<FeatureSet>> features,
        List<Bound<Ranker>> ladder,
        List<Bound<SafetyFilter>> safety,
        List<Bound<FilterRule>> filters,
        List<Bound<ScoreRule>> scores,
        List<Bound<PlacementRule>> placements,
        Bound<PagePacker> packer,
        Bound<ExaminationModel> examination,
        Bound<ExplorationPolicy> exploration,
        Optional<Bound<VectorIndexing>> vectorIndex,
        Bound<UserStateStore> users,
        List<Bound<ExperienceSink>> sinks) {

    /**
     * Binds a configuration to the plugins that were found.
     *
     * @throws io.shelfwright.api.ConfigException with every factory that is unknown and every setting that is wrong
     */
    public static Blueprint of(EngineConfig config, PluginRegistry registry) {
        Problems problems = new Problems();
        InstanceBinder binder = new InstanceBinder(
                registry, config.baseDirectory(), config.resilience().creationDeadline(), problems);
        var generators = binder.bind(PluginKind.GENERATOR, config.generators());
        var features = binder.bind(PluginKind.FEATURE_SET, config.features());
        var ladder = binder.bind(PluginKind.RANKER, config.ranking().ladder());
        var safety = binder.bind(PluginKind.SAFETY_FILTER, config.rules().safety());
        var filters = binder.bind(PluginKind.FILTER_RULE, config.rules().filters());
        var scores = binder.bind(PluginKind.SCORE_RULE, config.rules().scores());
        var placements = binder.bind(PluginKind.PLACEMENT_RULE, config.rules().placements());
        var packer = binder.bind(PluginKind.PAGE_PACKER, config.packing().packer());
        var examination =
                binder.bind(PluginKind.EXAMINATION_MODEL, config.packing().examination());
        var exploration =
                binder.bind(PluginKind.EXPLORATION_POLICY, config.exploration().policy());
        var vectorIndex = vectorIndex(config.vectors().index(), registry, binder);
        var users = binder.bind(PluginKind.USER_STATE_STORE, config.storage().users());
        var sinks = binder.bind(PluginKind.EXPERIENCE_SINK, config.storage().sinks());
        problems.throwIfAny();
        return new Blueprint(
                config.withoutSecrets(binder.secrets()),
                generators,
                features,
                ladder,
                safety,
                filters,
                scores,
                placements,
                packer.orElseThrow(),
                examination.orElseThrow(),
                exploration.orElseThrow(),
                vectorIndex,
                users.orElseThrow(),
                sinks);
    }

    /** Returns the index that is configured: none for {@code exact}, the first that a plugin brings for {@code auto}. */
    private static Optional<Bound<VectorIndexing>> vectorIndex(
            InstanceSpec spec, PluginRegistry registry, InstanceBinder binder) {
        if (spec.factory().equals("exact")) {
            return Optional.empty();
        }
        if (!spec.factory().equals("auto")) {
            return binder.bind(PluginKind.VECTOR_INDEX, spec);
        }
        return new TreeSet<>(registry.factories(PluginKind.VECTOR_INDEX).keySet())
                .stream()
                        .findFirst()
                        .flatMap(factory -> binder.bind(
                                PluginKind.VECTOR_INDEX,
                                new InstanceSpec(factory, factory, spec.settings(), spec.path())));
    }

    /** Returns what builds and opens indices of nearest neighbours, empty where every search looks at all items. */
    public Optional<VectorIndexes> vectorIndexes(InstantSource clock) {
        return vectorIndex.map(bound -> new VectorIndexes(
                bound.factory().name(),
                bound.create(new HostContext(bound.name(), config.baseDirectory(), clock))
                        .plugin(),
                config.vectors().settings().exactUpTo()));
    }

    /** Returns the plugins whose instances shape a page, in ascending order of their ids. */
    public List<LoadedPlugin> shaping() {
        Map<String, LoadedPlugin> byId = new TreeMap<>();
        shapingInstances().forEach(bound -> byId.put(bound.plugin().id(), bound.plugin()));
        return List.copyOf(byId.values());
    }

    /** Returns the instances that shape a page, in no particular order. */
    public List<Bound<?>> shapingInstances() {
        List<Bound<?>> all = new ArrayList<>();
        List.of(generators, features, ladder, safety, filters, scores, placements)
                .forEach(all::addAll);
        all.addAll(List.of(packer, examination, exploration));
        vectorIndex.ifPresent(all::add);
        return all;
    }

    /**
     * Returns what pages carry: the configuration's hash, and one of id, version and content of every plugin that shapes
     * them, so that a page made by another version of a plugin can be told.
     */
    public String configHash() {
        StringBuilder versions = new StringBuilder();
        for (LoadedPlugin plugin : shaping()) {
            versions.append(plugin.id())
                    .append(' ')
                    .append(plugin.version())
                    .append(' ')
                    .append(plugin.content())
                    .append('\n');
        }
        return config.hash() + "-" + ContentHash.ofText(versions.toString());
    }
}
