package io.shelfwright.learning.validation.schema;

/**
 * How many rows a data set has.
 *
 * @param minRows least number
 * @param maxRows greatest number
 * @param minRatio least ratio to the rows of the span before
 * @param maxRatio greatest ratio to the rows of the span before
 */
public record DatasetRule(long minRows, long maxRows, double minRatio, double maxRatio) {
    /** Any number. */
    public static final DatasetRule ANY = new DatasetRule(0, Long.MAX_VALUE, 0, Double.POSITIVE_INFINITY);

    public DatasetRule {
        if (minRows < 0 || maxRows < minRows || !(minRatio >= 0 && maxRatio >= minRatio)) {
            throw new IllegalArgumentException("dataset has " + minRows + " to " + maxRows + " rows, ratio " + minRatio
                    + " to " + maxRatio + "; allowed is 0 <= min <= max");
        }
    }
}
