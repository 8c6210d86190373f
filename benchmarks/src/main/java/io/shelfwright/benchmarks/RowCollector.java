package io.shelfwright.benchmarks;

import io.shelfwright.spi.FeatureMatrix;
import io.shelfwright.spi.FeatureSchema;
import io.shelfwright.spi.Objective;
import io.shelfwright.spi.PluginFactory;
import io.shelfwright.spi.Ranker;
import io.shelfwright.spi.ShelfwrightPlugin;
import io.shelfwright.spi.TrainingSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Takes part as a ranker that likes everything alike, and keeps every third row it is shown, to train real rankers on.
 *
 * <p>The labels are synthetic. What they say does not matter for speed; they depend on pairs of features so that trees grow
 * full.
 */
final class RowCollector implements ShelfwrightPlugin, Ranker {
    static final String NAME = "row-collector";

    private static final int EVERY = 3;

    private final List<float[]> rows = new ArrayList<>();
    private final List<Integer> groups = new ArrayList<>();
    private FeatureSchema schema = new FeatureSchema(List.of());
    private int pages;

    @Override
    public String id() {
        return NAME;
    }

    @Override
    public List<PluginFactory<Ranker>> rankers() {
        return List.of(PluginFactory.of(NAME, "Collects rows.", context -> this));
    }

    @Override
    public List<String> objectives() {
        return List.of(Objective.STREAM);
    }

    @Override
    public Optional<FeatureSchema> trainedOn() {
        return Optional.empty();
    }

    @Override
    public synchronized void score(FeatureMatrix features, float[] logits) {
        schema = features.schema();
        for (int row = pages % EVERY; row < features.rows(); row += EVERY) {
            rows.add(features.row(row));
            groups.add(pages);
        }
        pages++;
        Arrays.fill(logits, 0);
    }

    /** Returns the rows so far. */
    synchronized TrainingSet trainingSet() {
        int columns = schema.size();
        float[] cells = new float[rows.size() * columns];
        float[] labels = new float[rows.size()];
        float[] weights = new float[rows.size()];
        Arrays.fill(weights, 1);
        SplittableRandom random = new SplittableRandom(13);
        double[] tilt = random.doubles(columns, -1, 1).toArray();
        for (int row = 0; row < labels.length; row++) {
            float[] own = rows.get(row);
            System.arraycopy(own, 0, cells, row * columns, columns);
            double logit = -1;
            for (int column = 1; column < columns; column++) {
                double value = Float.isNaN(own[column]) ? 0.3 : own[column] / (1 + Math.abs(own[column]));
                double before = Float.isNaN(own[column - 1]) ? -1 : own[column - 1];
                logit += tilt[column] * (before > 0.2 ? value : -value);
            }
            labels[row] = random.nextDouble() < 1 / (1 + Math.exp(-logit)) ? 1 : 0;
        }
        return new TrainingSet(
                new FeatureMatrix(schema, labels.length, cells),
                List.of(Objective.STREAM),
                labels,
                weights,
                groups.stream().mapToInt(Integer::intValue).toArray());
    }
}
