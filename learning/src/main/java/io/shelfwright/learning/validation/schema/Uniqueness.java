package io.shelfwright.learning.validation.schema;

/**
 * How many different values a column of categories has.
 *
 * @param min least number
 * @param max greatest number, {@link Long#MAX_VALUE} without limit
 */
public record Uniqueness(long min, long max) {
    /** Any number. */
    public static final Uniqueness ANY = new Uniqueness(0, Long.MAX_VALUE);

    public Uniqueness {
        if (min < 0 || max < min) {
            throw new IllegalArgumentException("unique is " + min + " to " + max + "; allowed is 0 <= min <= max");
        }
    }
}
