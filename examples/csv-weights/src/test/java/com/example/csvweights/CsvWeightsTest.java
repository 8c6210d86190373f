package com.example.csvweights;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.spi.FeatureDeclaration;
import io.shelfwright.spi.FeatureMatrix;
import io.shelfwright.spi.FeatureSchema;
import io.shelfwright.spi.InstanceContext;
import io.shelfwright.spi.Ranker;
import io.shelfwright.testkit.RankerContract;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class CsvWeightsTest extends RankerContract {
    private static final FeatureSchema SCHEMA = new FeatureSchema(List.of(
            FeatureDeclaration.of("popularity.rank", "1 is the most popular.", "rank share", 0, 1),
            FeatureDeclaration.of("user.is_new", "Whether the listener is new.", "0 or 1", 0, 1)));

    @Override
    protected FeatureSchema schema() {
        return SCHEMA;
    }

    @Override
    protected Ranker ranker(InstanceContext context) {
        return new CsvWeights(Map.of("bias", -3.0, "popularity.rank", 2.0));
    }

    @Test
    void theLogitIsTheWeightedSumAndWhatIsMissingAddsNothing() {
        FeatureMatrix rows = new FeatureMatrix(SCHEMA, 2, new float[] {0.5f, 1, Float.NaN, 1});
        float[] logits = new float[2];

        new CsvWeights(Map.of("bias", -3.0, "popularity.rank", 2.0)).score(rows, logits);

        assertThat(logits).containsExactly(-2, -3);
    }
}
