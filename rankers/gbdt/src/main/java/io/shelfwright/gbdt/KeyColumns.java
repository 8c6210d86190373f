package io.shelfwright.gbdt;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The integer columns that trees test instead of features.
 *
 * <p>A feature has up to two: in one, missing is below every threshold (for nodes where missing goes left), in the other
 * above. So a node tests one number and never asks whether it is missing. Only columns that some node tests exist.
 */
final class KeyColumns {
    private final int[] features;
    private final int[] missingKeys;
    private final Map<Integer, Integer> numbers;

    private KeyColumns(List<Integer> codes, Map<Integer, Integer> numbers) {
        this.numbers = numbers;
        features = new int[codes.size()];
        missingKeys = new int[codes.size()];
        for (int column = 0; column < features.length; column++) {
            features[column] = codes.get(column) >> 1;
            missingKeys[column] = (codes.get(column) & 1) == 0 ? SortableFloat.BELOW_ALL : SortableFloat.ABOVE_ALL;
        }
    }

    static KeyColumns of(List<Tree> trees) {
        List<Integer> codes = new ArrayList<>();
        Map<Integer, Integer> numbers = new HashMap<>();
        for (Tree tree : trees) {
            for (int node = 0; node < tree.left().length; node++) {
                if (!tree.isLeaf(node) && numbers.putIfAbsent(code(tree, node), codes.size()) == null) {
                    codes.add(code(tree, node));
                }
            }
        }
        return new KeyColumns(codes, numbers);
    }

    private static int code(Tree tree, int node) {
        return tree.feature()[node] << 1 | (tree.defaultLeft()[node] ? 0 : 1);
    }

    int count() {
        return features.length;
    }

    /** Returns the column that an inner node tests. */
    int of(Tree tree, int node) {
        Integer number = numbers.get(code(tree, node));
        if (number == null) {
            throw new IllegalArgumentException("the tree is not one of those the columns were made for");
        }
        return number;
    }

    /** Writes the keys of rows, {@code count()} a row. */
    void encode(float[] values, int firstRow, int rows, int rowLength, int[] keys) {
        int count = features.length;
        for (int row = 0; row < rows; row++) {
            int from = (firstRow + row) * rowLength;
            int to = row * count;
            for (int column = 0; column < count; column++) {
                float x = values[from + features[column]];
                keys[to + column] = Float.isNaN(x) ? missingKeys[column] : SortableFloat.key(x);
            }
        }
    }
}
