package io.shelfwright.gbdt;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.DMatrix;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/** XGBoost itself, trained on synthetic rows, to compare with. */
final class XgboostPeer implements AutoCloseable {
    private final Booster booster;

    private XgboostPeer(Booster booster) {
        this.booster = booster;
    }

    static XgboostPeer train(SyntheticRows data, int trees, Map<String, Object> more) throws XGBoostError {
        Map<String, Object> parameters = new HashMap<>(Map.of(
                "objective",
                "binary:logistic",
                "base_score",
                Float.toString(BaseScore.near(0.3)),
                "tree_method",
                "hist",
                "eta",
                0.3,
                "nthread",
                1,
                "verbosity",
                0));
        parameters.putAll(more);
        DMatrix matrix = new DMatrix(data.values(), data.rows(), data.columns(), Float.NaN);
        try {
            matrix.setLabel(data.labels());
            return new XgboostPeer(XGBoost.train(matrix, parameters, trees, Map.of(), null, null));
        } finally {
            matrix.dispose();
        }
    }

    Path save(Path directory) throws XGBoostError {
        Path file = directory.resolve("stream.model.json");
        booster.saveModel(file.toString());
        return file;
    }

    float[] margins(float[] values, int rows, int columns) throws XGBoostError {
        DMatrix matrix = new DMatrix(values, rows, columns, Float.NaN);
        try {
            return firstColumn(booster.predict(matrix, true));
        } finally {
            matrix.dispose();
        }
    }

    /** Returns margins by the way that takes infinite values too. */
    float[] marginsInPlace(float[] values, int rows, int columns) throws XGBoostError {
        return firstColumn(booster.inplace_predict(
                values, rows, columns, Float.NaN, new int[] {0, 0}, Booster.PredictionType.kMargin, null));
    }

    float[][] contributions(float[] values, int rows, int columns) throws XGBoostError {
        DMatrix matrix = new DMatrix(values, rows, columns, Float.NaN);
        try {
            return booster.predictContrib(matrix, 0);
        } finally {
            matrix.dispose();
        }
    }

    private static float[] firstColumn(float[][] table) {
        float[] column = new float[table.length];
        for (int row = 0; row < column.length; row++) {
            column[row] = table[row][0];
        }
        return column;
    }

    @Override
    public void close() {
        booster.dispose();
    }
}
