package io.shelfwright.engine.probe;

import io.shelfwright.engine.plugins.Instance;
import io.shelfwright.engine.plugins.InstanceBinder.Bound;
import io.shelfwright.engine.plugins.Lifecycle;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.FeatureDeclaration;
import io.shelfwright.spi.FeatureSchema;
import io.shelfwright.spi.FeatureSet;
import io.shelfwright.spi.InstanceContext;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Computes all features of a made-up world, always the same, so that a transform can be recognised by what it does and not only by what
 * it declares.
 *
 * <p>The world depends on no snapshot: between two measurements only the code of feature sets and of what they stand on (user states,
 * statistics), and their settings, can differ. Thread-safe.
 */
public final class TransformProbe {
    private static final Logger LOG = LoggerFactory.getLogger(TransformProbe.class);

    private TransformProbe() {}

    /**
     * Measures a transform with instances of its own.
     *
     * <p>A feature set that cannot be made or fails there, and a feature whose values differ at once, are not measured.
     *
     * @param sets in the order of their columns
     * @param baseDirectory where relative paths in settings start
     */
    public static TransformValues measure(List<Bound<FeatureSet>> sets, Path baseDirectory) {
        ProbeWorld world = new ProbeWorld();
        List<TransformValues.Feature> features = new ArrayList<>();
        for (Bound<FeatureSet> bound : sets) {
            try {
                features.addAll(measure(bound, world, baseDirectory));
            } catch (RuntimeException | LinkageError e) {
                LOG.info("the features of '{}' cannot be probed: {}", bound.name(), e.toString());
            }
        }
        return new TransformValues(ProbeWorld.VERSION, features);
    }

    private static List<TransformValues.Feature> measure(
            Bound<FeatureSet> bound, ProbeWorld world, Path baseDirectory) {
        Instance<FeatureSet> made = bound.create(new ProbeContext(bound.name(), world.catalog(), baseDirectory));
        return Lifecycle.within(
                made.guard().loader(), bound.creation(), "probing the features of '" + bound.name() + "'", () -> {
                    try (FeatureSet set = made.plugin()) {
                        return measure(set, world);
                    }
                });
    }

    private static List<TransformValues.Feature> measure(FeatureSet set, ProbeWorld world) {
        List<FeatureDeclaration> declared = set.features();
        float[][] once = values(set, declared, world);
        float[][] again = values(set, declared, world);
        List<TransformValues.Feature> features = new ArrayList<>();
        for (int i = 0; i < once.length; i++) {
            FeatureDeclaration feature = declared.get(i);
            if (Arrays.equals(once[i], again[i])) {
                features.add(new TransformValues.Feature(feature.name(), feature.version(), once[i]));
            } else {
                LOG.warn(
                        "feature {} gives other values for the same candidates, so it cannot be probed",
                        feature.name());
            }
        }
        return features;
    }

    private static float[][] values(FeatureSet set, List<FeatureDeclaration> declared, ProbeWorld world) {
        int size = world.catalog().size();
        float[][] columns = new float[declared.size()][size * world.batches().size()];
        for (int i = 0; i < columns.length; i++) {
            Arrays.fill(columns[i], declared.get(i).missing());
        }
        for (int batch = 0; batch < world.batches().size(); batch++) {
            int first = batch * size;
            set.compute(world.batches().get(batch), (candidate, feature, value) -> {
                float cell = (float) value;
                if (Float.isFinite(cell)) {
                    FeatureDeclaration of = declared.get(feature);
                    columns[feature][first + candidate] = Math.max(of.min(), Math.min(of.max(), cell));
                }
            });
        }
        return columns;
    }

    private record ProbeContext(String instanceName, Catalog catalog, Path baseDirectory) implements InstanceContext {
        @Override
        public FeatureSchema schema() {
            throw new IllegalStateException(instanceName + " is made before there is a schema");
        }

        @Override
        public Optional<Path> model(String name) {
            return Optional.empty();
        }

        @Override
        public InstantSource clock() {
            return InstantSource.fixed(ProbeWorld.NOW);
        }
    }
}
