package io.shelfwright.spi;

import java.util.List;

/**
 * The one type that is found by {@link java.util.ServiceLoader}: a plugin lists its named factories.
 *
 * <p>Stateless and cheap to construct; instances are made later, from the configuration.
 */
public interface ShelfwrightPlugin {

    /** Returns the plugin's id, lower-case words joined by {@code -}, unique among the plugins of an engine. */
    String id();

    default List<PluginFactory<CandidateGenerator>> candidateGenerators() {
        return List.of();
    }

    default List<PluginFactory<FeatureSet>> featureSets() {
        return List.of();
    }

    default List<PluginFactory<Ranker>> rankers() {
        return List.of();
    }

    default List<PluginFactory<RankerTrainer>> trainers() {
        return List.of();
    }

    default List<PluginFactory<LabelPolicy>> labelPolicies() {
        return List.of();
    }

    default List<PluginFactory<SafetyFilter>> safetyFilters() {
        return List.of();
    }

    default List<PluginFactory<FilterRule>> filterRules() {
        return List.of();
    }

    default List<PluginFactory<ScoreRule>> scoreRules() {
        return List.of();
    }

    default List<PluginFactory<PlacementRule>> placementRules() {
        return List.of();
    }

    default List<PluginFactory<ExplorationPolicy>> explorationPolicies() {
        return List.of();
    }

    default List<PluginFactory<PagePacker>> pagePackers() {
        return List.of();
    }

    default List<PluginFactory<ExaminationModel>> examinationModels() {
        return List.of();
    }

    default List<PluginFactory<ExperienceSink>> experienceSinks() {
        return List.of();
    }

    default List<PluginFactory<UserStateStore>> userStateStores() {
        return List.of();
    }

    default List<PluginFactory<CatalogSource>> catalogSources() {
        return List.of();
    }

    default List<PluginFactory<VectorIndexing>> vectorIndexes() {
        return List.of();
    }
}
