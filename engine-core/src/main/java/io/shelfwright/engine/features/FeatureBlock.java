package io.shelfwright.engine.features;

import io.shelfwright.spi.FeatureColumns;
import io.shelfwright.spi.FeatureDeclaration;
import java.util.Arrays;
import java.util.List;

/** The columns of one feature set while it writes them. */
final class FeatureBlock implements FeatureColumns {
    private static final float[] NO_CELLS = {};

    private final float[] min;
    private final float[] max;
    private final int rows;
    private float[] cells;
    private long clipped;

    FeatureBlock(List<FeatureDeclaration> features, int rows) {
        this.rows = rows;
        min = new float[features.size()];
        max = new float[features.size()];
        for (int i = 0; i < min.length; i++) {
            min[i] = features.get(i).min();
            max[i] = features.get(i).max();
        }
        cells = new float[rows * min.length];
        Arrays.fill(cells, Float.NaN);
    }

    @Override
    public void set(int candidate, int feature, double value) {
        float cell = (float) value;
        if (!(Math.abs(cell) <= Float.MAX_VALUE)) {
            cell = Float.NaN;
        } else if (cell < min[feature]) {
            cell = min[feature];
            clipped++;
        } else if (cell > max[feature]) {
            cell = max[feature];
            clipped++;
        }
        cells[candidate * min.length + feature] = cell;
    }

    /** Returns how many values lay outside their declared range. */
    long clipped() {
        return clipped;
    }

    /** Returns the cells, row-major, and lets go of them: a set that goes on writing does not reach them any more. */
    float[] take() {
        float[] taken = cells;
        cells = NO_CELLS;
        return taken;
    }

    void copyTo(float[] target, int stride, int first) {
        for (int row = 0; row < rows; row++) {
            System.arraycopy(cells, row * min.length, target, row * stride + first, min.length);
        }
    }
}
