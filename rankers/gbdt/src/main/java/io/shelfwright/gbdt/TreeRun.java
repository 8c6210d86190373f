package io.shelfwright.gbdt;

/** Consecutive trees of a booster, laid out for walking. */
sealed interface TreeRun permits PaddedRun, LinkedRun {

    /**
     * Adds the leaves that rows fall into, tree by tree, to their sums.
     *
     * @param keys {@code columns} a row, see {@link KeyColumns}
     * @param sums where the rows' sums are: at {@code first}, {@code first + stride}, ...
     */
    void add(int[] keys, int columns, int rows, float[] sums, int first, int stride);
}
