package io.shelfwright.gbdt;

import java.util.Arrays;
import java.util.List;

/**
 * Up to eight trees padded to perfect trees of one depth and walked together, one level of all at a time.
 *
 * <p>A perfect tree needs no child pointers and no question whether a node is a leaf: from node i the way goes to 2i+1 or
 * 2i+2, by arithmetic on the sign of a subtraction. Eight independent ways keep the processor busy where one would wait
 * for memory, and there is no branch to mispredict. A leaf above the last level becomes a subtree whose leaves all hold
 * its value.
 */
final class PaddedRun implements TreeRun {
    static final int WIDTH = 8;

    private final int depth;
    /** Threshold's key in the upper half, column in the lower; {@code 2^depth - 1} a tree. */
    private final long[] nodes;
    /** {@code 2^depth} a tree. */
    private final float[] leaves;

    PaddedRun(List<Tree> trees, KeyColumns columns) {
        if (trees.isEmpty() || trees.size() > WIDTH) {
            throw new IllegalArgumentException("a run has 1 to " + WIDTH + " trees, not " + trees.size());
        }
        depth = trees.stream().mapToInt(Tree::depth).max().orElse(0);
        int inner = (1 << depth) - 1;
        nodes = new long[WIDTH * inner];
        leaves = new float[WIDTH * (inner + 1)];
        // Adding -0 changes no sum, not even one that is -0: it is the output of the trees that are not there.
        Arrays.fill(leaves, -0f);
        for (int tree = 0; tree < trees.size(); tree++) {
            place(trees.get(tree), 0, 0, 0, tree, columns);
        }
    }

    private void place(Tree tree, int node, int position, int level, int lane, KeyColumns columns) {
        int inner = (1 << depth) - 1;
        if (level == depth) {
            leaves[lane * (inner + 1) + position - inner] = tree.value()[node];
            return;
        }
        boolean leaf = tree.isLeaf(node);
        if (!leaf) {
            long key = SortableFloat.key(tree.value()[node]);
            nodes[lane * inner + position] = key << 32 | columns.of(tree, node);
        }
        place(tree, leaf ? node : tree.left()[node], 2 * position + 1, level + 1, lane, columns);
        place(tree, leaf ? node : tree.right()[node], 2 * position + 2, level + 1, lane, columns);
    }

    @Override
    public void add(int[] keys, int columns, int rows, float[] sums, int first, int stride) {
        for (int row = 0; row < rows; row++) {
            sums[first + row * stride] = walk(keys, row * columns, sums[first + row * stride]);
        }
    }

    /** Returns the sum plus the eight leaves of one row, added in the order of the trees. */
    private float walk(int[] keys, int row, float sum) {
        long[] nodes = this.nodes;
        int inner = (1 << depth) - 1;
        int a = 0;
        int b = 0;
        int c = 0;
        int d = 0;
        int e = 0;
        int f = 0;
        int g = 0;
        int h = 0;
        for (int level = 0; level < depth; level++) {
            a = next(a, nodes[a], keys, row);
            b = next(b, nodes[inner + b], keys, row);
            c = next(c, nodes[2 * inner + c], keys, row);
            d = next(d, nodes[3 * inner + d], keys, row);
            e = next(e, nodes[4 * inner + e], keys, row);
            f = next(f, nodes[5 * inner + f], keys, row);
            g = next(g, nodes[6 * inner + g], keys, row);
            h = next(h, nodes[7 * inner + h], keys, row);
        }
        // A tree's leaf number is its last position - inner, and its leaves start at lane * (inner + 1).
        float[] leaves = this.leaves;
        sum += leaves[a - inner];
        sum += leaves[b + 1];
        sum += leaves[c + inner + 2];
        sum += leaves[d + 2 * inner + 3];
        sum += leaves[e + 3 * inner + 4];
        sum += leaves[f + 4 * inner + 5];
        sum += leaves[g + 5 * inner + 6];
        sum += leaves[h + 6 * inner + 7];
        return sum;
    }

    /** Returns 2i+1 where the row's key is below the node's, else 2i+2. */
    private static int next(int position, long node, int[] keys, int row) {
        return 2 * position + 2 + (int) ((keys[row + (int) node] - (node >> 32)) >> 63);
    }
}
