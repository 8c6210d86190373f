package io.shelfwright.engine.plugins;

import io.shelfwright.spi.CandidateGenerator;
import io.shelfwright.spi.CatalogSource;
import io.shelfwright.spi.ExaminationModel;
import io.shelfwright.spi.ExperienceSink;
import io.shelfwright.spi.ExplorationPolicy;
import io.shelfwright.spi.FeatureSet;
import io.shelfwright.spi.FilterRule;
import io.shelfwright.spi.LabelPolicy;
import io.shelfwright.spi.PagePacker;
import io.shelfwright.spi.PlacementRule;
import io.shelfwright.spi.PluginFactory;
import io.shelfwright.spi.Ranker;
import io.shelfwright.spi.RankerTrainer;
import io.shelfwright.spi.SafetyFilter;
import io.shelfwright.spi.ScoreRule;
import io.shelfwright.spi.ShelfwrightPlugin;
import io.shelfwright.spi.UserStateStore;
import io.shelfwright.spi.VectorIndexing;
import java.util.List;
import java.util.function.Function;

/**
 * A kind of plugin: what its factories make, and how a plugin lists them.
 *
 * @param name as it is called in messages
 * @param list gets the factories out of a plugin
 * @param <T> what is made
 */
public record PluginKind<T>(String name, Function<ShelfwrightPlugin, List<PluginFactory<T>>> list) {
    public static final PluginKind<CandidateGenerator> GENERATOR =
            new PluginKind<>("candidate generator", ShelfwrightPlugin::candidateGenerators);
    public static final PluginKind<FeatureSet> FEATURE_SET =
            new PluginKind<>("feature set", ShelfwrightPlugin::featureSets);
    public static final PluginKind<Ranker> RANKER = new PluginKind<>("ranker", ShelfwrightPlugin::rankers);
    public static final PluginKind<RankerTrainer> TRAINER = new PluginKind<>("trainer", ShelfwrightPlugin::trainers);
    public static final PluginKind<LabelPolicy> LABEL_POLICY =
            new PluginKind<>("label policy", ShelfwrightPlugin::labelPolicies);
    public static final PluginKind<SafetyFilter> SAFETY_FILTER =
            new PluginKind<>("safety filter", ShelfwrightPlugin::safetyFilters);
    public static final PluginKind<FilterRule> FILTER_RULE =
            new PluginKind<>("filter rule", ShelfwrightPlugin::filterRules);
    public static final PluginKind<ScoreRule> SCORE_RULE =
            new PluginKind<>("score rule", ShelfwrightPlugin::scoreRules);
    public static final PluginKind<PlacementRule> PLACEMENT_RULE =
            new PluginKind<>("placement rule", ShelfwrightPlugin::placementRules);
    public static final PluginKind<ExplorationPolicy> EXPLORATION_POLICY =
            new PluginKind<>("exploration policy", ShelfwrightPlugin::explorationPolicies);
    public static final PluginKind<PagePacker> PAGE_PACKER =
            new PluginKind<>("page packer", ShelfwrightPlugin::pagePackers);
    public static final PluginKind<ExaminationModel> EXAMINATION_MODEL =
            new PluginKind<>("examination model", ShelfwrightPlugin::examinationModels);
    public static final PluginKind<ExperienceSink> EXPERIENCE_SINK =
            new PluginKind<>("experience sink", ShelfwrightPlugin::experienceSinks);
    public static final PluginKind<UserStateStore> USER_STATE_STORE =
            new PluginKind<>("user state store", ShelfwrightPlugin::userStateStores);
    public static final PluginKind<CatalogSource> CATALOG_SOURCE =
            new PluginKind<>("catalog source", ShelfwrightPlugin::catalogSources);
    public static final PluginKind<VectorIndexing> VECTOR_INDEX =
            new PluginKind<>("vector index", ShelfwrightPlugin::vectorIndexes);

    /** All kinds, in the order in which a request meets them. */
    public static final List<PluginKind<?>> ALL = List.of(
            CATALOG_SOURCE,
            VECTOR_INDEX,
            USER_STATE_STORE,
            GENERATOR,
            SAFETY_FILTER,
            FILTER_RULE,
            FEATURE_SET,
            RANKER,
            TRAINER,
            LABEL_POLICY,
            SCORE_RULE,
            PAGE_PACKER,
            EXAMINATION_MODEL,
            PLACEMENT_RULE,
            EXPLORATION_POLICY,
            EXPERIENCE_SINK);
}
