package io.shelfwright.engine.generation;

import io.shelfwright.engine.plugins.ContextLoader;
import io.shelfwright.spi.CandidateBatch;
import io.shelfwright.spi.FeatureColumns;
import io.shelfwright.spi.FeatureDeclaration;
import io.shelfwright.spi.FeatureSet;
import java.util.List;

/**
 * A feature set whose declarations were read when it was made.
 *
 * @param set what computes
 * @param features as declared then
 */
record DeclaredFeatures(FeatureSet set, List<FeatureDeclaration> features) implements FeatureSet {
    static DeclaredFeatures of(FeatureSet set) {
        return new DeclaredFeatures(set, List.copyOf(set.features()));
    }

    @Override
    public void compute(CandidateBatch candidates, FeatureColumns columns) {
        set.compute(candidates, columns);
    }

    /** Called on a thread that ends with it. */
    @Override
    public void close() {
        Thread.currentThread().setContextClassLoader(ContextLoader.of(set));
        set.close();
    }
}
