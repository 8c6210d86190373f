package io.shelfwright.gbdt;

/**
 * One regression tree as XGBoost stores it; node 0 is the root, arrays are indexed by node.
 *
 * <p>In an inner node a row goes left when its feature is less than {@code value}, right when it is not, and where
 * {@code defaultLeft} says when it is missing.
 *
 * @param left left child, -1 in a leaf
 * @param right right child, -1 in a leaf
 * @param feature column that an inner node tests
 * @param value threshold of an inner node, output of a leaf
 * @param defaultLeft whether missing goes left
 * @param cover sum of curvatures of the training rows that came by
 */
@SuppressWarnings("ArrayRecordComponent") // columns of a model, compared by nobody
record Tree(int[] left, int[] right, int[] feature, float[] value, boolean[] defaultLeft, float[] cover) {

    boolean isLeaf(int node) {
        return left[node] < 0;
    }

    /** Returns the number of tests on the longest way from the root to a leaf. */
    int depth() {
        return depth(0);
    }

    private int depth(int node) {
        return isLeaf(node) ? 0 : 1 + Math.max(depth(left[node]), depth(right[node]));
    }

    /** Returns the child a row goes to from an inner node. */
    int next(int node, float x) {
        boolean goesLeft = Float.isNaN(x) ? defaultLeft[node] : x < value[node];
        return goesLeft ? left[node] : right[node];
    }
}
