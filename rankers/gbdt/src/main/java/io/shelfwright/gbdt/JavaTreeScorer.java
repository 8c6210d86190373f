package io.shelfwright.gbdt;

import java.util.ArrayList;
import java.util.List;

/**
 * Scores boosted trees in plain Java, bit for bit as XGBoost does.
 *
 * <p>Rows are taken in blocks whose keys stay in the first-level cache while all trees pass by. Each sum grows in float
 * and in the order of the trees, starting from the base margin: that is what makes the bits equal. Safe for many threads;
 * each keeps one block of keys.
 */
final class JavaTreeScorer implements TreeScorer {
    /** Deeper trees are walked along child indices instead: padded to depth 9 a tree takes 6 KiB. */
    static final int MAX_PADDED_DEPTH = 8;

    /** Integers in a block of keys: 16 KiB, a third of a small first-level cache. */
    private static final int BLOCK_KEYS = 4096;

    private static final int MAX_BLOCK_ROWS = 64;

    private final float base;
    private final KeyColumns columns;
    private final TreeRun[] runs;
    private final int blockRows;
    private final ThreadLocal<int[]> blocks;

    JavaTreeScorer(BoostedTrees model) {
        base = model.baseMargin();
        columns = KeyColumns.of(model.trees());
        runs = runs(model.trees(), columns);
        blockRows = Math.max(1, Math.min(MAX_BLOCK_ROWS, BLOCK_KEYS / Math.max(1, columns.count())));
        int size = blockRows * columns.count();
        blocks = ThreadLocal.withInitial(() -> new int[size]);
    }

    private static TreeRun[] runs(List<Tree> trees, KeyColumns columns) {
        List<TreeRun> runs = new ArrayList<>();
        int start = 0;
        while (start < trees.size()) {
            boolean padded = trees.get(start).depth() <= MAX_PADDED_DEPTH;
            int end = start + 1;
            while (end < trees.size()
                    && trees.get(end).depth() <= MAX_PADDED_DEPTH == padded
                    && (!padded || end - start < PaddedRun.WIDTH)) {
                end++;
            }
            List<Tree> run = trees.subList(start, end);
            runs.add(padded ? new PaddedRun(run, columns) : new LinkedRun(run, columns));
            start = end;
        }
        return runs.toArray(new TreeRun[0]);
    }

    @Override
    public void score(float[] values, int rows, int rowLength, float[] margins, int first, int stride) {
        int[] keys = blocks.get();
        for (int start = 0; start < rows; start += blockRows) {
            int count = Math.min(blockRows, rows - start);
            int target = first + start * stride;
            for (int row = 0; row < count; row++) {
                margins[target + row * stride] = base;
            }
            columns.encode(values, start, count, rowLength, keys);
            for (TreeRun run : runs) {
                run.add(keys, columns.count(), count, margins, target, stride);
            }
        }
    }
}
