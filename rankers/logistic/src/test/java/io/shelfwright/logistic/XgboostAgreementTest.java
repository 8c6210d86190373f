package io.shelfwright.logistic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.spi.ModelFiles;
import java.nio.file.Path;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The trainer against XGBoost's linear booster, which solves the same problem in floats. */
class XgboostAgreementTest {
    private static final int ROWS = 20_000;
    private static final int COLUMNS = 50;
    private static final double L2 = 20;

    @TempDir
    Path directory;

    @Test
    void weightsAreThoseOfTheLinearBooster() throws Exception {
        SyntheticRows data = SyntheticRows.of(ROWS, COLUMNS, 0, 77);
        new LogisticTrainer(LogisticTrainerTest.settings(L2)).train(data.trainingSet(), 0, directory, line -> {});
        LogisticModel model =
                WeightsFile.read(directory, ModelFiles.schema(directory), ModelFiles.objectives(directory));
        Head head = model.heads().get(0);

        double[] expected = linearBooster(data, model);
        for (int column = 0; column < COLUMNS; column++) {
            assertThat(head.weight()[column]).isCloseTo(expected[column], within(1e-3));
        }
        assertThat(head.bias()).isCloseTo(expected[COLUMNS], within(1e-3));
        assertThat(head.weight()[0]).isLessThan(-0.1);
    }

    /** Returns the booster's weights for columns standardised as the model's, and its bias. */
    private static double[] linearBooster(SyntheticRows data, LogisticModel model) throws Exception {
        float[] standardised = new float[ROWS * COLUMNS];
        double totalWeight = 0;
        for (int row = 0; row < ROWS; row++) {
            totalWeight += data.weights()[row];
            for (int column = 0; column < COLUMNS; column++) {
                int cell = row * COLUMNS + column;
                standardised[cell] = (float) ((data.values()[cell] - model.mean()[column]) / model.deviation()[column]);
            }
        }
        // XGBoost multiplies lambda by the sum of weights; its bias starts at the log-odds of base_score, here 0.
        Map<String, Object> parameters = Map.of(
                "booster", "gblinear",
                "objective", "binary:logistic",
                "updater", "coord_descent",
                "feature_selector", "cyclic",
                "base_score", "0.5",
                "lambda", L2 / totalWeight,
                "eta", 0.7,
                "nthread", 1,
                "verbosity", 0);
        DMatrix matrix = new DMatrix(standardised, ROWS, COLUMNS, Float.NaN);
        try {
            matrix.setLabel(data.labels());
            matrix.setWeight(data.weights());
            Booster booster = XGBoost.train(matrix, parameters, 150, Map.of(), null, null);
            return weights(booster.getModelDump((String) null, false)[0]);
        } finally {
            matrix.dispose();
        }
    }

    /** Reads {@code bias:}, one number, {@code weight:}, one number a column. */
    private static double[] weights(String dump) {
        String[] words = dump.trim().split("\\s+", -1);
        double[] weights = new double[COLUMNS + 1];
        weights[COLUMNS] = Double.parseDouble(words[1]);
        for (int column = 0; column < COLUMNS; column++) {
            weights[column] = Double.parseDouble(words[3 + column]);
        }
        return weights;
    }
}
