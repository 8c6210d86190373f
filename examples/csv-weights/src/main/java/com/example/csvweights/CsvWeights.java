package com.example.csvweights;

import io.shelfwright.spi.Contribution;
import io.shelfwright.spi.FeatureMatrix;
import io.shelfwright.spi.FeatureSchema;
import io.shelfwright.spi.Ranker;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Adds up features times weights; where a feature is missing it adds nothing. */
final class CsvWeights implements Ranker {
    private final Map<String, Double> weights;

    /** Makes a ranker whose weights are all of features of the running schema, or the bias. */
    CsvWeights(Map<String, Double> weights) {
        this.weights = new TreeMap<>(weights);
    }

    /** Nothing was trained, and columns are found by name: any schema will do. */
    @Override
    public Optional<FeatureSchema> trainedOn() {
        return Optional.empty();
    }

    @Override
    public void score(FeatureMatrix rows, float[] logits) {
        double[] sums = new double[rows.rows()];
        weights.forEach((feature, weight) -> {
            int column = column(rows, feature);
            for (int row = 0; row < sums.length; row++) {
                sums[row] += weight * value(rows, row, column);
            }
        });
        for (int row = 0; row < sums.length; row++) {
            logits[row] = (float) sums[row];
        }
    }

    @Override
    public List<Contribution> explain(FeatureMatrix rows, int row) {
        List<Contribution> contributions = new ArrayList<>();
        weights.forEach((feature, weight) ->
                contributions.add(new Contribution(feature, weight * value(rows, row, column(rows, feature)))));
        return contributions;
    }

    private static int column(FeatureMatrix rows, String feature) {
        return feature.equals(WeightsFile.BIAS) ? -1 : rows.schema().column(feature);
    }

    /** Returns what a weight is multiplied by; the bias has no column. */
    private static double value(FeatureMatrix rows, int row, int column) {
        if (column < 0) {
            return 1;
        }
        float value = rows.get(row, column);
        return Float.isNaN(value) ? 0 : value;
    }
}
