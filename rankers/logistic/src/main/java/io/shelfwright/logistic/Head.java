package io.shelfwright.logistic;

/**
 * The regression of one objective.
 *
 * @param objective what it predicts
 * @param bias logit of a row whose columns are all at their means
 * @param weight a column's weight per standard deviation
 * @param missing what a column adds when it is missing
 */
@SuppressWarnings("ArrayRecordComponent") // columns of a model, compared by nobody
record Head(String objective, double bias, double[] weight, double[] missing) {}
