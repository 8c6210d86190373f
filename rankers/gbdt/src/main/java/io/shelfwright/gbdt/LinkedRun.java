package io.shelfwright.gbdt;

import java.util.List;

/** Trees too deep to be padded (their size doubles with each level), walked along child indices. */
final class LinkedRun implements TreeRun {
    private static final int LEAF = -1;

    private final int[] roots;
    /** Column an inner node tests, {@link #LEAF} in a leaf. */
    private final int[] column;

    private final int[] threshold;
    private final int[] left;
    private final int[] right;
    private final float[] leaf;

    LinkedRun(List<Tree> trees, KeyColumns columns) {
        int size = trees.stream().mapToInt(tree -> tree.left().length).sum();
        roots = new int[trees.size()];
        column = new int[size];
        threshold = new int[size];
        left = new int[size];
        right = new int[size];
        leaf = new float[size];
        int offset = 0;
        for (int i = 0; i < roots.length; i++) {
            roots[i] = offset;
            place(trees.get(i), offset, columns);
            offset += trees.get(i).left().length;
        }
    }

    private void place(Tree tree, int offset, KeyColumns columns) {
        for (int node = 0; node < tree.left().length; node++) {
            boolean inner = !tree.isLeaf(node);
            column[offset + node] = inner ? columns.of(tree, node) : LEAF;
            threshold[offset + node] = SortableFloat.key(tree.value()[node]);
            left[offset + node] = offset + tree.left()[node];
            right[offset + node] = offset + tree.right()[node];
            leaf[offset + node] = tree.value()[node];
        }
    }

    @Override
    public void add(int[] keys, int columns, int rows, float[] sums, int first, int stride) {
        for (int row = 0; row < rows; row++) {
            float sum = sums[first + row * stride];
            for (int root : roots) {
                sum += leaf[walk(root, keys, row * columns)];
            }
            sums[first + row * stride] = sum;
        }
    }

    private int walk(int root, int[] keys, int row) {
        int node = root;
        int tested = column[node];
        while (tested != LEAF) {
            node = keys[row + tested] < threshold[node] ? left[node] : right[node];
            tested = column[node];
        }
        return node;
    }
}
