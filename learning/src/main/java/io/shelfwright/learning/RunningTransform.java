package io.shelfwright.learning;

import io.shelfwright.engine.config.EngineConfig;
import io.shelfwright.engine.config.Problems;
import io.shelfwright.engine.plugins.InstanceBinder;
import io.shelfwright.engine.plugins.PluginKind;
import io.shelfwright.engine.plugins.PluginRegistry;
import io.shelfwright.engine.snapshots.Snapshot;
import io.shelfwright.spi.FeatureDeclaration;
import io.shelfwright.spi.FeatureSchema;
import io.shelfwright.spi.FeatureSet;
import java.util.ArrayList;
import java.util.List;

/** Says what transform a configuration would serve a snapshot with. */
public final class RunningTransform {
    private RunningTransform() {}

    /**
     * Returns its schema.
     *
     * @throws io.shelfwright.api.ConfigException if a feature set is unknown or set wrong
     */
    public static FeatureSchema of(EngineConfig config, PluginRegistry plugins, Snapshot snapshot) {
        Problems problems = new Problems();
        var sets = new InstanceBinder(plugins, config.baseDirectory(), problems)
                .bind(PluginKind.FEATURE_SET, config.features());
        problems.throwIfAny();
        List<FeatureDeclaration> declarations = new ArrayList<>();
        for (var bound : sets) {
            ModelContext context = new ModelContext(
                    bound.name(), snapshot, new FeatureSchema(List.of()), config.baseDirectory(), snapshot::model);
            try (FeatureSet set = bound.create(context).plugin()) {
                declarations.addAll(set.features());
            }
        }
        return new FeatureSchema(declarations);
    }
}
