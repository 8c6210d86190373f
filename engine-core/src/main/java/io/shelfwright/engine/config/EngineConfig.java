package io.shelfwright.engine.config;

import io.shelfwright.spi.HidingPolicy;
import io.shelfwright.spi.ShelfSpec;
import java.nio.file.Path;
import java.util.List;

/**
 * The whole configuration, validated; factories and their settings are checked when the plugins are known.
 *
 * @param page the grid
 * @param shelves what may be on it
 * @param generators instances that propose
 * @param features feature sets, in the order of their columns
 * @param ranking how candidates are scored
 * @param rules what drops, adjusts and places
 * @param packing how cards get their slots
 * @param exploration what is drawn at random
 * @param vectors how vectors are served
 * @param feedback how long what a user does not want is hidden
 * @param deadlines how long each stage may take
 * @param resilience when an instance is left out
 * @param storage where state, snapshots and experience are kept
 * @param plugins where plugins come from beside the class path
 * @param snapshots how new snapshots are taken over
 * @param canary how a candidate snapshot is tried
 * @param baseDirectory where relative paths start
 * @param written what it was read from, for its hash
 */
public record EngineConfig(
        PageSettings page,
        List<ShelfSpec> shelves,
        List<InstanceSpec> generators,
        List<InstanceSpec> features,
        RankingConfig ranking,
        RulesConfig rules,
        PackingConfig packing,
        ExplorationConfig exploration,
        VectorsConfig vectors,
        HidingPolicy feedback,
        DeadlineSettings deadlines,
        ResilienceSettings resilience,
        StorageConfig storage,
        PluginSettings plugins,
        SnapshotSettings snapshots,
        CanarySettings canary,
        Path baseDirectory,
        WrittenConfig written) {

    public EngineConfig {
        shelves = List.copyOf(shelves);
        generators = List.copyOf(generators);
        features = List.copyOf(features);
    }

    /** Returns 16 hexadecimal digits that change when any value does but those of {@code storage}, {@code plugins}, {@code snapshots}, {@code canary} and secrets. */
    public String hash() {
        return written.hash();
    }

    /**
     * Returns the same configuration, whose hash leaves secrets out.
     *
     * @param paths full keys, such as {@code generators[1].token}
     */
    public EngineConfig withoutSecrets(List<String> paths) {
        return new EngineConfig(
                page,
                shelves,
                generators,
                features,
                ranking,
                rules,
                packing,
                exploration,
                vectors,
                feedback,
                deadlines,
                resilience,
                storage,
                plugins,
                snapshots,
                canary,
                baseDirectory,
                written.without(paths));
    }

    /** Returns the configuration without a generator, and without the shelves that nobody else proposes for; the hash stays. */
    public EngineConfig withoutGenerator(String name) {
        List<ShelfSpec> left = shelves.stream()
                .map(shelf -> new ShelfSpec(
                        shelf.id(),
                        shelf.title(),
                        shelf.kind(),
                        shelf.itemKinds(),
                        shelf.generators().stream()
                                .filter(generator -> !generator.equals(name))
                                .toList(),
                        shelf.minCards(),
                        shelf.maxCards(),
                        shelf.pinnedRow()))
                .filter(shelf -> !shelf.generators().isEmpty())
                .toList();
        return with(left, without(generators, name), rules);
    }

    /** Returns the configuration without a filter, score or placement rule; safety stays, and so does the hash. */
    public EngineConfig withoutRule(String name) {
        return with(
                shelves,
                generators,
                new RulesConfig(
                        rules.safety(),
                        without(rules.filters(), name),
                        without(rules.scores(), name),
                        without(rules.placements(), name)));
    }

    private static List<InstanceSpec> without(List<InstanceSpec> specs, String name) {
        return specs.stream().filter(spec -> !spec.name().equals(name)).toList();
    }

    private EngineConfig with(List<ShelfSpec> own, List<InstanceSpec> proposers, RulesConfig policies) {
        return new EngineConfig(
                page,
                own,
                proposers,
                features,
                ranking,
                policies,
                packing,
                exploration,
                vectors,
                feedback,
                deadlines,
                resilience,
                storage,
                plugins,
                snapshots,
                canary,
                baseDirectory,
                written);
    }

    /**
     * How candidates are scored.
     *
     * @param settings weights and phases
     * @param ladder rankers, the preferred first
     */
    public record RankingConfig(RankingSettings settings, List<InstanceSpec> ladder) {}

    /**
     * The policy rules, each list in the order of application.
     *
     * @param safety safety filters beside those for market, explicit content and age, which are always on
     * @param filters filter rules
     * @param scores score rules
     * @param placements placement rules; the last is relaxed first
     */
    public record RulesConfig(
            List<InstanceSpec> safety,
            List<InstanceSpec> filters,
            List<InstanceSpec> scores,
            List<InstanceSpec> placements) {}

    /**
     * How cards get their slots.
     *
     * @param settings budget
     * @param packer the packer
     * @param examination how likely slots are seen
     */
    public record PackingConfig(PackingSettings settings, InstanceSpec packer, InstanceSpec examination) {}

    /**
     * What is drawn at random.
     *
     * @param settings which slots
     * @param policy how a card is drawn
     */
    public record ExplorationConfig(ExplorationSettings settings, InstanceSpec policy) {}

    /**
     * How vectors are served.
     *
     * @param settings sizes
     * @param index the index of nearest neighbours; {@code auto} for the one on the class path, {@code exact} for none
     */
    public record VectorsConfig(VectorSettings settings, InstanceSpec index) {}

    /**
     * Where things are kept.
     *
     * @param settings directories and sizes
     * @param users store of profiles and interactions
     * @param sinks where experience goes, beside the durable local log
     */
    public record StorageConfig(StorageSettings settings, InstanceSpec users, List<InstanceSpec> sinks) {}
}
