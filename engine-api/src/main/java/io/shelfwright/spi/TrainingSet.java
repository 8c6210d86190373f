package io.shelfwright.spi;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Logged, already transformed rows with labels and weights; arrays are shared: do not change them.
 *
 * <p>Some rows may be held out: a trainer judges with them when to stop, and learns nothing from them. Rows may have offsets:
 * what is known to be part of their logit and is no part of the model, such as the effect of the place where a card stood.
 */
public final class TrainingSet {
    private final FeatureMatrix features;
    private final List<String> objectives;
    private final float[] labels;
    private final float[] weights;
    private final int[] groups;
    private final float @Nullable [] offsets;
    private final boolean @Nullable [] heldOut;

    /**
     * Makes a training set without offsets that leaves it to the trainer what is held out.
     *
     * @param labels 0..1, row-major, rows x objectives
     * @param weights positive, one a row, mean about 1
     * @param groups request of each row, ascending: rows of one page share a number; validation splits by group
     */
    public TrainingSet(FeatureMatrix features, List<String> objectives, float[] labels, float[] weights, int[] groups) {
        this(features, objectives, labels, weights, groups, null, null);
    }

    private TrainingSet(
            FeatureMatrix features,
            List<String> objectives,
            float[] labels,
            float[] weights,
            int[] groups,
            float @Nullable [] offsets,
            boolean @Nullable [] heldOut) {
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
        this.offsets = offsets;
        this.heldOut = heldOut;
    }

    /**
     * Returns the same rows with offsets; only for trainers that {@linkplain RankerTrainer#usesOffsets use} them.
     *
     * @param values finite log-odds, row-major, rows x objectives
     */
    public TrainingSet withOffsets(float[] values) {
        if (values.length != labels.length) {
            throw new IllegalArgumentException("offsets has " + values.length + " entries for " + rows() + " rows and "
                    + objectives.size() + " objectives");
        }
        return new TrainingSet(features, objectives, labels, weights, groups, values, heldOut);
    }

    /**
     * Returns the same rows, of which some are held out.
     *
     * @param rows whether each row is held out; a trainer that finds none so chosen may choose groups of its own
     */
    public TrainingSet withHeldOut(boolean[] rows) {
        if (rows.length != rows()) {
            throw new IllegalArgumentException("held-out has " + rows.length + " entries for " + rows() + " rows");
        }
        return new TrainingSet(features, objectives, labels, weights, groups, offsets, rows);
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

    /** Returns whether any row has an offset. */
    public boolean hasOffsets() {
        return offsets != null;
    }

    /** Returns what is added to the model's logit of a row for an objective in training, 0 where nothing is. */
    public float offset(int row, int objective) {
        return offsets == null ? 0 : offsets[row * objectives.size() + objective];
    }

    /** Returns whether it was chosen which rows are held out. */
    public boolean hasHeldOut() {
        return heldOut != null;
    }

    /** Returns whether a row is held out: it judges when to stop, and nothing is learned from it. */
    public boolean heldOut(int row) {
        return heldOut != null && heldOut[row];
    }

    /** Returns the numbers of the rows to learn from, or of those that are held out, ascending. */
    public int[] rows(boolean ofHeldOut) {
        int[] chosen = new int[rows()];
        int count = 0;
        for (int row = 0; row < chosen.length; row++) {
            if (heldOut(row) == ofHeldOut) {
                chosen[count++] = row;
            }
        }
        return Arrays.copyOf(chosen, count);
    }
}
