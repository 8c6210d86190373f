package io.shelfwright.learning.evaluation;

/** A number that is computed from rows whose resampling units count several times, once or not at all; thread-safe. */
interface Statistic {

    /**
     * Returns the value.
     *
     * @param counts how often each unit counts; all 1 gives the value of the data as they are
     * @return NaN where it is not defined
     */
    double value(int[] counts);
}
