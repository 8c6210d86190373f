package io.shelfwright.engine.ranking;

import io.shelfwright.spi.Contribution;
import io.shelfwright.spi.FeatureMatrix;
import io.shelfwright.spi.FeatureSchema;
import io.shelfwright.spi.Ranker;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The last rung: a fixed sum of a few standard features, for when there is no model.
 *
 * <p>It finds its columns by name; what is missing adds nothing. Weights were set by hand, not learned.
 */
public final class PriorRanker implements Ranker {
    private static final double BIAS = -3.0;
    private static final List<Weight> WEIGHTS = List.of(
            new Weight("shelf_item.recall_score", 1.0),
            new Weight("popularity.rank", 0.5),
            new Weight("popularity.expected_engagement", 2.0),
            new Weight("user_item.artist_share_max", 2.0),
            new Weight("user_item.genre_match", 1.0),
            new Weight("user_item.neighbour_affinity", 2.0));

    private final int[] columns;

    private record Weight(String feature, double weight) {}

    public PriorRanker(FeatureSchema schema) {
        columns = new int[WEIGHTS.size()];
        for (int i = 0; i < columns.length; i++) {
            columns[i] = schema.column(WEIGHTS.get(i).feature());
        }
    }

    @Override
    public Optional<FeatureSchema> trainedOn() {
        return Optional.empty();
    }

    @Override
    public void score(FeatureMatrix rows, float[] logits) {
        for (int row = 0; row < rows.rows(); row++) {
            double logit = BIAS;
            for (int i = 0; i < columns.length; i++) {
                logit += part(rows, row, i);
            }
            logits[row] = (float) logit;
        }
    }

    @Override
    public List<Contribution> explain(FeatureMatrix rows, int row) {
        List<Contribution> parts = new ArrayList<>();
        parts.add(new Contribution("bias", BIAS));
        for (int i = 0; i < columns.length; i++) {
            double part = part(rows, row, i);
            if (part != 0) {
                parts.add(new Contribution(WEIGHTS.get(i).feature(), part));
            }
        }
        return parts;
    }

    private double part(FeatureMatrix rows, int row, int i) {
        if (columns[i] < 0) {
            return 0;
        }
        float value = rows.get(row, columns[i]);
        return Float.isNaN(value) ? 0 : WEIGHTS.get(i).weight() * value;
    }
}
