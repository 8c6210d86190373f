package io.shelfwright.features;

import io.shelfwright.spi.FeatureDeclaration;
import java.util.List;

/** The values of one family for one candidate, put in the order of declaration; reused, not thread-safe. */
final class FeatureRow {
    private final List<FeatureDeclaration> features;
    private final float[] least;
    private final float[] greatest;
    private final double[] values;
    private int next;

    FeatureRow(List<FeatureDeclaration> features) {
        this.features = features;
        int size = features.size();
        values = new double[size];
        least = new float[size];
        greatest = new float[size];
        for (int i = 0; i < size; i++) {
            least[i] = features.get(i).min();
            greatest[i] = features.get(i).max();
        }
    }

    void start() {
        next = 0;
    }

    void put(double value) {
        values[next++] = value;
    }

    void put(boolean flag) {
        values[next++] = flag ? 1 : 0;
    }

    void missing() {
        values[next++] = Double.NaN;
    }

    void missing(int count) {
        for (int i = 0; i < count; i++) {
            missing();
        }
    }

    /** Puts the natural logarithm of 1 + amount; missing stays missing. */
    void putLog(double amount) {
        values[next++] = amount == 0 ? 0 : Math.log1p(amount);
    }

    /**
     * Copies what was put, held within the declared ranges, and returns the position after it.
     *
     * @throws IllegalStateException if fewer values were put than declared
     */
    int copyTo(double[] target, int from) {
        if (next != values.length) {
            throw new IllegalStateException("the family of " + features.get(0).name() + " declares " + values.length
                    + " features, but computed " + next);
        }
        for (int i = 0; i < values.length; i++) {
            target[from + i] = Math.max(least[i], Math.min(greatest[i], values[i]));
        }
        return from + values.length;
    }
}
