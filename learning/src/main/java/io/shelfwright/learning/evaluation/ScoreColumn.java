package io.shelfwright.learning.evaluation;

/**
 * What one model says about every row of a table, for one objective.
 *
 * @param model whose scores they are, such as {@code candidate} or {@code live}
 * @param objective what they predict
 * @param probabilities whether they are meant as probabilities, so that log loss and calibration mean something
 * @param values finite, one a row; within 0..1 if they are probabilities
 */
@SuppressWarnings("ArrayRecordComponent") // a column of numbers, compared by nobody
public record ScoreColumn(String model, String objective, boolean probabilities, double[] values) {
    /** The model that is judged; every other one is a baseline. */
    public static final String CANDIDATE = "candidate";

    /** The model that served the pages, or the one in use. */
    public static final String LIVE = "live";

    /** What the engine does without any model. */
    public static final String HEURISTICS = "heuristics";

    /** The most popular first. */
    public static final String POPULARITY = "popularity";

    public ScoreColumn {
        values = values.clone();
        for (int row = 0; row < values.length; row++) {
            double value = values[row];
            if (!Double.isFinite(value) || (probabilities && (value < 0 || value > 1))) {
                throw new IllegalArgumentException("the score of '" + model + "' for " + objective + " in row " + row
                        + " is " + value + "; allowed is "
                        + (probabilities ? "a probability, 0 to 1" : "a finite number"));
            }
        }
    }

    @Override
    public double[] values() {
        return values.clone();
    }

    /** Returns the scores of some rows. */
    double[] of(int[] rows) {
        return Sample.chosen(values, rows);
    }
}
