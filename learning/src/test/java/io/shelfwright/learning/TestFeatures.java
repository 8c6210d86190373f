package io.shelfwright.learning;

import io.shelfwright.spi.CandidateBatch;
import io.shelfwright.spi.FeatureColumns;
import io.shelfwright.spi.FeatureDeclaration;
import io.shelfwright.spi.FeatureSchema;
import io.shelfwright.spi.FeatureSet;
import io.shelfwright.spi.PluginFactory;
import io.shelfwright.spi.ShelfwrightPlugin;
import java.util.List;

/** A transform of four features, which the synthetic log fills by itself. */
public final class TestFeatures implements ShelfwrightPlugin {
    public static final FeatureSchema SCHEMA = new FeatureSchema(List.of(
            FeatureDeclaration.of("user_item.affinity", "How near the item is.", "share", -10, 10),
            FeatureDeclaration.of("item.quality", "How good it is.", "share", -10, 10),
            FeatureDeclaration.of("popularity.rank", "How popular it is.", "rank share", 0, 1),
            FeatureDeclaration.of("item.noise", "Says nothing.", "share", -10, 10)));

    @Override
    public String id() {
        return "test-features";
    }

    @Override
    public List<PluginFactory<FeatureSet>> featureSets() {
        return List.of(PluginFactory.of("four", "Four features.", context -> new Four()));
    }

    private static final class Four implements FeatureSet {
        @Override
        public List<FeatureDeclaration> features() {
            return SCHEMA.features();
        }

        @Override
        public void compute(CandidateBatch candidates, FeatureColumns columns) {
            throw new IllegalStateException("learning must use the logged rows");
        }
    }
}
