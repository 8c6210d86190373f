package io.shelfwright.engine.generation;

import io.shelfwright.engine.plugins.Instance;
import io.shelfwright.engine.plugins.PluginSet;
import io.shelfwright.engine.snapshots.ItemCatalog;
import io.shelfwright.engine.snapshots.Snapshot;
import io.shelfwright.spi.CandidateGenerator;
import io.shelfwright.spi.ExaminationModel;
import io.shelfwright.spi.ExplorationPolicy;
import io.shelfwright.spi.FeatureSchema;
import io.shelfwright.spi.FeatureSet;
import io.shelfwright.spi.FilterRule;
import io.shelfwright.spi.PagePacker;
import io.shelfwright.spi.PlacementRule;
import io.shelfwright.spi.Ranker;
import io.shelfwright.spi.SafetyFilter;
import io.shelfwright.spi.ScoreRule;
import java.util.ArrayList;
import java.util.List;

/**
 * All that a request needs of one snapshot; immutable, shared by the requests that lease it.
 *
 * @param snapshot the snapshot
 * @param plugins the plugins that made its instances; held until it is closed
 * @param configHash of the configuration and these plugins
 * @param held its items, held until it is closed
 * @param schema the running feature transform
 * @param generators instances that propose
 * @param safety safety filters, the built-in ones first
 * @param filters filter rules
 * @param features feature sets, in the order of their columns
 * @param ladder rankers, the preferred first
 * @param scores score rules
 * @param placements placement rules
 * @param packer the packer
 * @param examination how likely slots are seen
 * @param exploration how explored slots are drawn
 */
public record Generation(
        Snapshot snapshot,
        PluginSet plugins,
        String configHash,
        CatalogHold held,
        FeatureSchema schema,
        List<Instance<CandidateGenerator>> generators,
        List<Instance<SafetyFilter>> safety,
        List<Instance<FilterRule>> filters,
        List<Instance<FeatureSet>> features,
        List<Rung> ladder,
        List<Instance<ScoreRule>> scores,
        List<Instance<PlacementRule>> placements,
        Instance<PagePacker> packer,
        Instance<ExaminationModel> examination,
        Instance<ExplorationPolicy> exploration) {

    /** Returns the items. */
    public ItemCatalog catalog() {
        return held.catalog();
    }

    /** Returns the version of the snapshot. */
    public String version() {
        return snapshot.version();
    }

    /** Returns what tells it from every generation that could build other pages. */
    public String identity() {
        return snapshot.version() + "+" + configHash;
    }

    /** Returns the part of {@link #configHash} that is of the configuration alone. */
    public String configurationHash() {
        return configHash.substring(0, configHash.indexOf('-'));
    }

    /** Returns the same instances with clean records; it must not be closed, this one is. */
    public Generation onTrial() {
        return new Generation(
                snapshot,
                plugins,
                configHash,
                held,
                schema,
                onTrial(generators),
                onTrial(safety),
                onTrial(filters),
                onTrial(features),
                ladder.stream().map(Rung::onTrial).toList(),
                onTrial(scores),
                onTrial(placements),
                packer.onTrial(),
                examination.onTrial(),
                exploration.onTrial());
    }

    private static <T> List<Instance<T>> onTrial(List<Instance<T>> instances) {
        return instances.stream().map(Instance::onTrial).toList();
    }

    /** Returns everything that has to be closed with this generation, in the order in which it was made, about. */
    List<AutoCloseable> instances() {
        List<AutoCloseable> instances = new ArrayList<>();
        generators.forEach(instance -> instances.add(instance.plugin()));
        safety.forEach(instance -> instances.add(instance.plugin()));
        filters.forEach(instance -> instances.add(instance.plugin()));
        features.forEach(instance -> instances.add(instance.plugin()));
        for (Rung rung : ladder) {
            Ranker ranker = rung.ranker();
            if (ranker != null) {
                instances.add(ranker);
            }
        }
        scores.forEach(instance -> instances.add(instance.plugin()));
        placements.forEach(instance -> instances.add(instance.plugin()));
        instances.add(packer.plugin());
        instances.add(examination.plugin());
        instances.add(exploration.plugin());
        return instances;
    }
}
