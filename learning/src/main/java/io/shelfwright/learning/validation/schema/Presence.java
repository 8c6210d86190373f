package io.shelfwright.learning.validation.schema;

/**
 * How often a column must have a value.
 *
 * @param required whether the column must be there at all
 * @param minFraction least share of rows with a value, 0..1; 1 allows no missing value
 * @param minCount least number of rows with a value
 */
public record Presence(boolean required, double minFraction, long minCount) {
    /** May be absent. */
    public static final Presence OPTIONAL = new Presence(false, 0, 0);

    public Presence {
        if (!(minFraction >= 0 && minFraction <= 1) || minCount < 0) {
            throw new IllegalArgumentException("presence has min-fraction " + minFraction + " and min-count " + minCount
                    + "; allowed are 0 to 1, and numbers from 0");
        }
    }

    /** Returns whether some row must have a value. */
    public boolean needsValues() {
        return required && (minFraction > 0 || minCount > 0);
    }
}
