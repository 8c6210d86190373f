package io.shelfwright.learning.evaluation;

/** How intervals are made. */
public enum IntervalMethod {
    /** Every unit counts as often as a draw of a Poisson variable of mean 1 says, again and again. */
    BOOTSTRAP,
    /** Twenty buckets of units, each left out once. */
    JACKKNIFE,
    /** No intervals. */
    NONE
}
