package io.shelfwright.learning.training;

import io.shelfwright.learning.dataset.Dataset;
import io.shelfwright.learning.dataset.DatasetRow;

/**
 * What a card's place on the page adds to its log-odds of a reaction; immutable.
 *
 * <p>An additive logit beside the model (the shallow tower of Zhao et al., RecSys 2019), as a table: the log of the logged
 * examination plus what the data says beyond that, place by place. It is 0 in the first place, which is the one that
 * serving stands for, and 0 for cards that are known to have been seen.
 */
public final class PositionEffect {
    /** Places further down share one entry. */
    private static final int PLACES = 64;

    /** Strength with which a place with few rows keeps to the logged examination, in rows of weight 1. */
    private static final double PULL = 5;

    private static final int STEPS = 50;
    private static final double LONGEST_STEP = 2;

    private final double minExamination;
    private final double[] beyond;

    private PositionEffect(double minExamination, double[] beyond) {
        this.minExamination = minExamination;
        this.beyond = beyond;
    }

    /** Returns the effect that the logged examination predicts. */
    public static PositionEffect ofExamination(TrainingSettings settings) {
        return new PositionEffect(settings.minExamination(), new double[PLACES]);
    }

    /**
     * Returns the effect that explains what a model leaves unexplained.
     *
     * @param rows numbers of rows that the model was not trained on
     * @param logits of the model for these rows and the main objective
     */
    public PositionEffect refit(Dataset dataset, int[] rows, float[] logits) {
        int[] counts = new int[PLACES];
        int[][] byPlace = new int[PLACES][];
        for (int i = 0; i < rows.length; i++) {
            int place = place(dataset.row(rows[i]));
            counts[place] += dataset.row(rows[i]).seen() ? 0 : 1;
        }
        for (int place = 0; place < PLACES; place++) {
            byPlace[place] = new int[counts[place]];
            counts[place] = 0;
        }
        for (int i = 0; i < rows.length; i++) {
            int place = place(dataset.row(rows[i]));
            if (!dataset.row(rows[i]).seen()) {
                byPlace[place][counts[place]++] = i;
            }
        }
        double[] moved = new double[PLACES];
        for (int place = 0; place < PLACES; place++) {
            moved[place] = solve(dataset, rows, logits, place, byPlace[place]);
        }
        double first = moved[0];
        for (int place = 0; place < PLACES; place++) {
            moved[place] -= first;
        }
        return new PositionEffect(minExamination, moved);
    }

    /** Returns what is added to the logits of rows, the same for every objective; rows x objectives. */
    public float[] offsets(Dataset dataset, int[] rows) {
        int objectives = dataset.objectives().size();
        float[] offsets = new float[rows.length * objectives];
        for (int i = 0; i < rows.length; i++) {
            float offset = (float) of(dataset.row(rows[i]));
            for (int o = 0; o < objectives; o++) {
                offsets[i * objectives + o] = offset;
            }
        }
        return offsets;
    }

    /** Returns what the place of a row adds to its log-odds. */
    public double of(DatasetRow row) {
        return row.seen() ? 0 : examination(row) + beyond[place(row)];
    }

    private double examination(DatasetRow row) {
        return Math.log(Math.min(1, Math.max(minExamination, row.examination())));
    }

    private static int place(DatasetRow row) {
        return Math.min(PLACES - 1, row.position());
    }

    /** One parameter, a convex loss: Newton's method with bounded steps. */
    private double solve(Dataset dataset, int[] rows, float[] logits, int place, int[] own) {
        double effect = beyond[place];
        for (int step = 0; step < STEPS; step++) {
            double slope = PULL * effect;
            double curvature = PULL;
            for (int i : own) {
                DatasetRow row = dataset.row(rows[i]);
                double p = 1 / (1 + Math.exp(-(logits[i] + examination(row) + effect)));
                slope += row.weight() * (p - row.labels()[0]);
                curvature += row.weight() * p * (1 - p);
            }
            double move = Math.max(-LONGEST_STEP, Math.min(LONGEST_STEP, slope / curvature));
            effect -= move;
            if (Math.abs(move) < 1e-9) {
                break;
            }
        }
        return effect;
    }
}
