package io.shelfwright.learning.validation.schema;

/**
 * How many values a cell holds, where it holds any.
 *
 * @param min least number
 * @param max greatest number, {@link Integer#MAX_VALUE} without limit
 * @param shape exact number in every row, none of which may be missing; 0 where not fixed
 * @param depth how deeply lists are nested, 1 for a value or a plain list
 */
public record Valency(int min, int max, int shape, int depth) {
    /** One value. */
    public static final Valency SINGLE = new Valency(1, 1, 0, 1);

    /** Any number of values. */
    public static final Valency MANY = new Valency(0, Integer.MAX_VALUE, 0, 1);

    public Valency {
        if (min < 0 || max < min || shape < 0 || depth < 1) {
            throw new IllegalArgumentException("values have min " + min + ", max " + max + ", shape " + shape
                    + " and depth " + depth + "; allowed are 0 <= min <= max, shape from 0, depth from 1");
        }
    }
}
