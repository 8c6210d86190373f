package io.shelfwright.gbdt;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import ml.dmlc.xgboost4j.java.Booster;
import ml.dmlc.xgboost4j.java.XGBoost;
import ml.dmlc.xgboost4j.java.XGBoostError;

/**
 * Scores boosted trees by XGBoost's native library, on the calling thread.
 *
 * <p>XGBoost would crash the whole process if it were asked after being freed, hence the lock around a booster's life.
 */
final class NativeTreeScorer implements TreeScorer {
    private static final int[] ALL_TREES = {0, 0};

    private final ReadWriteLock life = new ReentrantReadWriteLock();
    private final Booster booster;
    private boolean closed;

    private NativeTreeScorer(Booster booster) {
        this.booster = booster;
    }

    /** Loads a booster. */
    static NativeTreeScorer open(Path file) {
        try {
            Booster booster = XGBoost.loadModel(file.toString());
            booster.setParam("nthread", 1);
            return new NativeTreeScorer(booster);
        } catch (XGBoostError e) {
            throw new IllegalArgumentException(file + " is refused by XGBoost: " + XgboostMessage.of(e), e);
        }
    }

    @Override
    public void score(float[] values, int rows, int columns, float[] margins, int first, int stride) {
        if (rows == 0) {
            return;
        }
        float[] cells = values.length == rows * columns ? values : Arrays.copyOf(values, rows * columns);
        float[][] scores = predict(cells, rows, columns);
        for (int row = 0; row < rows; row++) {
            margins[first + row * stride] = scores[row][0];
        }
    }

    private float[][] predict(float[] cells, int rows, int columns) {
        life.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("the ranker is closed");
            }
            return booster.inplace_predict(
                    cells, rows, columns, Float.NaN, ALL_TREES, Booster.PredictionType.kMargin, null);
        } catch (XGBoostError e) {
            throw new IllegalStateException("XGBoost could not score " + rows + " rows: " + XgboostMessage.of(e), e);
        } finally {
            life.readLock().unlock();
        }
    }

    @Override
    public void close() {
        life.writeLock().lock();
        try {
            if (!closed) {
                closed = true;
                booster.dispose();
            }
        } finally {
            life.writeLock().unlock();
        }
    }
}
