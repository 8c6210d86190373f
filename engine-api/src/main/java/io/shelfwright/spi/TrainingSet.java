package io.shelfwright.spi;

import java.util.List;

/** Logged, already transformed rows with labels and weights; arrays are shared: do not change them. */
public final class TrainingSet {
    private final FeatureMatrix features;
    private final List<String> objectives;
    private final float[] labels;
    private final float[] weights;
    private final int[] groups;

    /**
     * Makes a training set.
     *
     * @param labels 0..1, row-major, rows x objectives
     * @param weights positive, one a row, mean about 1
     * @param groups request of each row, ascending: rows of one page share a number; validation splits by group
     */
    public TrainingSet(FeatureMatrix features, List<String> objectives, float[] labels, float[] weights, int[] groups) {
        int rows = features.rows();
        if (labels.length != rows * objectives.size() || weights.length != rows || groups.length != rows) {
            throw new IllegalArgumentException("labels, weights and groups must fit " + rows + " rows and "
                    + objectives.size() + " objectives, but have " + labels.length + ", " + weights.length + " and "
                    + groups.length + " entries");
        }
        this.features = features;
        this.objectives = List.copyOf(objectives);
        this.labels = labels;
        this.weights = weights;
        this.groups = groups;
    }

    public FeatureMatrix features() {
        return features;
    }

    public int rows() {
        return features.rows();
    }

    public List<String> objectives() {
        return objectives;
    }

    /** Returns the label of a row for an objective, 0..1. */
    public float label(int row, int objective) {
        return labels[row * objectives.size() + objective];
    }

    /** Returns what a row counts, above 0. */
    public float weight(int row) {
        return weights[row];
    }

    /** Returns the number of the page that a row is from. */
    public int group(int row) {
        return groups[row];
    }
}
