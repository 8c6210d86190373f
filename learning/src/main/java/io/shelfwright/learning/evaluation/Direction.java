package io.shelfwright.learning.evaluation;

import java.util.Locale;

/** Which values of a metric are good. */
public enum Direction {
    HIGHER,
    LOWER,
    /** The nearer to 1, the better. */
    ONE,
    /** No value is better than another. */
    NONE;

    /** Returns the word for reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns a difference as an improvement: positive is better; only for HIGHER and LOWER. */
    public double gain(double difference) {
        return this == LOWER ? -difference : difference;
    }
}
