package io.shelfwright.learning;

import io.shelfwright.engine.config.InstanceSpec;
import io.shelfwright.engine.config.Problems;
import io.shelfwright.engine.plugins.InstanceBinder;
import io.shelfwright.engine.plugins.InstanceBinder.Bound;
import io.shelfwright.engine.plugins.PluginKind;
import io.shelfwright.engine.plugins.PluginRegistry;
import io.shelfwright.engine.snapshots.Snapshot;
import io.shelfwright.spi.FeatureDeclaration;
import io.shelfwright.spi.FeatureSchema;
import io.shelfwright.spi.FeatureSet;
import io.shelfwright.spi.Ranker;
import io.shelfwright.spi.RankerTrainer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The plugins that learning needs, with their settings checked before any work is done.
 *
 * @param trainer makes the model
 * @param ranker scores with it
 * @param features say what its columns mean
 */
record Bindings(Bound<RankerTrainer> trainer, Bound<Ranker> ranker, List<Bound<FeatureSet>> features) {

    /**
     * Binds.
     *
     * @throws io.shelfwright.api.ConfigException with every unknown factory and wrong setting
     */
    static Bindings of(PluginRegistry plugins, LearningRequest request) {
        Problems problems = new Problems();
        InstanceBinder binder = new InstanceBinder(plugins, request.baseDirectory(), problems);
        Optional<Bound<RankerTrainer>> trainer = binder.bind(
                PluginKind.TRAINER,
                new InstanceSpec(
                        request.ranker(),
                        request.factory(),
                        request.trainerSettings(),
                        "learning.trainers." + request.ranker()));
        Optional<Bound<Ranker>> ranker = binder.bind(
                PluginKind.RANKER,
                new InstanceSpec(request.ranker(), request.factory(), request.rankerSettings(), "ranker"));
        List<Bound<FeatureSet>> features = binder.bind(PluginKind.FEATURE_SET, request.features());
        problems.throwIfAny();
        return new Bindings(trainer.orElseThrow(), ranker.orElseThrow(), features);
    }

    /** Returns the schema of the running transform. */
    FeatureSchema schema(Snapshot snapshot, Path baseDirectory) {
        List<FeatureDeclaration> declarations = new ArrayList<>();
        for (Bound<FeatureSet> bound : features) {
            ModelContext context = new ModelContext(
                    bound.name(), snapshot, new FeatureSchema(List.of()), baseDirectory, snapshot::model);
            try (FeatureSet set = bound.create(context).plugin()) {
                declarations.addAll(set.features());
            }
        }
        return new FeatureSchema(declarations);
    }
}
