package io.shelfwright.gbdt;

import io.shelfwright.spi.FeatureMatrix;
import io.shelfwright.spi.TrainingSet;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** Some rows of a training set for one objective, in Java and in XGBoost's memory. */
final class Sample implements AutoCloseable {
    private final float[] labels;
    private final float[] weights;
    private final DMatrix matrix;

    /**
     * Copies rows.
     *
     * @param base probability from which the boosting starts
     */
    Sample(TrainingSet data, int objective, int[] rows, float base) throws XGBoostError {
        FeatureMatrix features = data.features();
        int columns = features.columns();
        float[] cells = new float[Math.multiplyExact(rows.length, columns)];
        labels = new float[rows.length];
        weights = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            labels[i] = data.label(rows[i], objective);
            weights[i] = data.weight(rows[i]);
            for (int column = 0; column < columns; column++) {
                float value = features.get(rows[i], column);
                // XGBoost takes no infinite values; the engine counts them as missing too.
                cells[i * columns + column] = Float.isFinite(value) ? value : Float.NaN;
            }
        }
        matrix = new DMatrix(cells, rows.length, columns, Float.NaN);
        matrix.setLabel(labels);
        matrix.setWeight(weights);
        if (data.hasOffsets()) {
            // A margin takes the place of the base score, so it holds both.
            matrix.setBaseMargin(margins(data, objective, rows, BaseScore.margin(base)));
        }
    }

    private static float[] margins(TrainingSet data, int objective, int[] rows, float base) {
        float[] margins = new float[rows.length];
        for (int i = 0; i < rows.length; i++) {
            margins[i] = base + data.offset(rows[i], objective);
        }
        return margins;
    }

    int rows() {
        return labels.length;
    }

    DMatrix matrix() {
        return matrix;
    }

    /** Returns the weighted mean log loss, in doubles; XGBoost's own is printed with six digits only. */
    double logLoss(Booster booster) throws XGBoostError {
        float[][] margins = booster.predict(matrix, true);
        double loss = 0;
        double weight = 0;
        for (int i = 0; i < labels.length; i++) {
            double margin = margins[i][0];
            double softplus = Math.max(margin, 0) + Math.log1p(Math.exp(-Math.abs(margin)));
            loss += weights[i] * (softplus - labels[i] * margin);
            weight += weights[i];
        }
        return loss / weight;
    }

    @Override
    public void close() {
        matrix.dispose();
    }
}
