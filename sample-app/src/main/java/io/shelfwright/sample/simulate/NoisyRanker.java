package io.shelfwright.sample.simulate;

import io.shelfwright.sample.data.Draws;
import io.shelfwright.spi.Contribution;
import io.shelfwright.spi.FeatureMatrix;
import io.shelfwright.spi.FeatureSchema;
import io.shelfwright.spi.Ranker;
import java.util.List;
import java.util.Optional;

/** A ranker gone worse: its log-odds are too high by {@value #LIFT} and carry noise that depends on the row alone. */
final class NoisyRanker implements Ranker {
    static final double LIFT = 1;
    static final double NOISE = 1.5;

    private final Ranker ranker;
    private final long seed;

    NoisyRanker(Ranker ranker, long seed) {
        this.ranker = ranker;
        this.seed = seed;
    }

    @Override
    public Optional<FeatureSchema> trainedOn() {
        return ranker.trainedOn();
    }

    @Override
    public List<String> objectives() {
        return ranker.objectives();
    }

    @Override
    public void score(FeatureMatrix rows, float[] logits) {
        ranker.score(rows, logits);
        int objectives = ranker.objectives().size();
        for (int row = 0; row < rows.rows(); row++) {
            long key = 17;
            for (float value : rows.row(row)) {
                key = 31 * key + Float.floatToIntBits(value);
            }
            logits[row * objectives] += (float) (LIFT + NOISE * new Draws(seed, 45, key).gauss());
        }
    }

    @Override
    public List<Contribution> explain(FeatureMatrix rows, int row) {
        return List.of();
    }

    @Override
    public void close() {
        ranker.close();
    }
}
