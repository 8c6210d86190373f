package io.shelfwright.learning.evaluation;

/** What becomes of requests without a positive in the means over requests. */
public enum WithoutPositives {
    /** They are left out, and their number is reported. */
    EXCLUDE,
    /** They count as 0, as TFMA does. */
    ZERO
}
