package io.shelfwright.learning;

import io.shelfwright.engine.plugins.PluginRegistry;
import io.shelfwright.spi.FeatureSchema;

/** Says what the columns of the running feature transform mean. */
public final class RunningFeatures {
    private RunningFeatures() {}

    /**
     * Returns the schema that the request's feature sets declare on the snapshot in use.
     *
     * @throws io.shelfwright.api.ConfigException if a factory or a setting is unknown or wrong
     * @throws io.shelfwright.api.SnapshotException if there is no snapshot
     */
    public static FeatureSchema of(PluginRegistry plugins, LearningRequest request) {
        return Bindings.of(plugins, request).schema(request.snapshots().open(), request.baseDirectory());
    }
}
