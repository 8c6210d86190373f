package io.shelfwright.vectors;

import java.util.BitSet;

/**
 * Vectors of all items in the order of a catalog, with what is needed to fold a user in; nothing in it is NaN.
 *
 * @param dimension length of a vector
 * @param values row by row; 0 for an item that is not known; shared: do not change it
 * @param known items that have a vector; shared: do not change it
 * @param foldIn how a user's vector follows from the items' vectors
 * @param origin how the vectors were made
 */
@SuppressWarnings("ArrayRecordComponent") // a column of a snapshot, compared by nobody
public record ItemFactors(int dimension, float[] values, BitSet known, FoldIn foldIn, Origin origin) {
    public ItemFactors {
        if (dimension < 1 || values.length % dimension != 0) {
            throw new IllegalArgumentException(
                    values.length + " numbers do not make vectors of " + dimension + " dimensions");
        }
        if (known.length() > values.length / dimension) {
            throw new IllegalArgumentException("item " + (known.length() - 1) + " is said to be known, but there are "
                    + values.length / dimension + " items");
        }
        for (int at = 0; at < values.length; at++) {
            if (!Float.isFinite(values[at])) {
                throw new IllegalArgumentException("the vector of item " + at / dimension + " has a " + values[at]
                        + "; the training diverged: raise the regularisation");
            }
        }
    }

    /** Returns the number of items. */
    public int size() {
        return values.length / dimension;
    }

    /**
     * Solves {@code (a0 V'V + sum_i c_i v_i v_i' + regularisation (n + a0 |I|)^exponent 1) u = sum_i c_i v_i} for a user
     * with n items, where {@code c_i = 1 + confidence ln(max(1, weight_i))}.
     *
     * @param unobservedWeight a0
     * @param regularisation of the user's vector
     * @param exponent how the regularisation grows with the user's items (nu)
     * @param confidence how the weight of an item grows with its plays
     */
    public record FoldIn(double unobservedWeight, double regularisation, double exponent, double confidence) {}

    /**
     * How vectors were made.
     *
     * @param algorithm its name
     * @param seed its seed
     * @param users users learned from
     * @param interactions pairs of user and item learned from
     */
    public record Origin(String algorithm, long seed, int users, int interactions) {}
}
