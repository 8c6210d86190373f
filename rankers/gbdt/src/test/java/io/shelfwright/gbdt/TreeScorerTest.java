package io.shelfwright.gbdt;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreeScorerTest {
    @TempDir
    Path directory;

    @ParameterizedTest(name = "{0} trees of depth {1}, {2} missing")
    @CsvSource({
        "1, 1, 0",
        "1, 1, 0.15",
        "1, 6, 0.15",
        "50, 1, 0.15",
        "50, 3, 0",
        "50, 3, 0.15",
        "50, 6, 0",
        "50, 10, 0.15",
        "300, 1, 0",
        "300, 3, 0.15",
        "300, 6, 0",
        "300, 6, 0.15",
        "300, 10, 0",
        "7, 8, 0.15",
        "9, 9, 0.15"
    })
    void everyRowHasTheBitsOfXgboost(int trees, int depth, double missing) throws Exception {
        SyntheticRows data = SyntheticRows.of(2000, 17, missing, 31 * trees + depth);
        try (XgboostPeer peer = XgboostPeer.train(data, trees, Map.of("max_depth", depth, "min_child_weight", 0.1))) {
            BoostedTrees model = BoosterFile.read(peer.save(directory), data.columns());

            assertThat(model.trees()).hasSize(trees);
            assertThat(deepest(model)).isBetween(1, depth);
            assertSameBits(model, data.values(), data.columns(), peer.margins(data.values(), data.rows(), 17));
            float[] hostile = hostileRows(model, 3000, missing == 0 ? 0 : 0.3);
            assertSameBits(model, hostile, 17, peer.marginsInPlace(hostile, 3000, 17));
        }
    }

    @Test
    void deepTreesAreReallyWalkedByTheirChildIndices() throws Exception {
        SyntheticRows data = SyntheticRows.of(2000, 17, 0, 3010);
        try (XgboostPeer peer = XgboostPeer.train(data, 50, Map.of("max_depth", 10, "min_child_weight", 0.1))) {
            assertThat(deepest(BoosterFile.read(peer.save(directory), 17)))
                    .isGreaterThan(JavaTreeScorer.MAX_PADDED_DEPTH);
        }
    }

    @Test
    void aBoosterWhoseTreesAreSingleLeavesScoresLikeXgboost() throws Exception {
        SyntheticRows data = SyntheticRows.of(500, 4, 0.15, 5);
        try (XgboostPeer peer = XgboostPeer.train(data, 12, Map.of("min_child_weight", 1e6))) {
            BoostedTrees model = BoosterFile.read(peer.save(directory), 4);

            assertThat(deepest(model)).isZero();
            assertSameBits(model, data.values(), 4, peer.margins(data.values(), 500, 4));
        }
    }

    @Test
    void leavesOfUnevenTreesAreAddedInTheOrderOfTheTrees() throws Exception {
        SyntheticRows data = SyntheticRows.of(3000, 8, 0.15, 6);
        Map<String, Object> uneven =
                Map.of("max_depth", 10, "grow_policy", "lossguide", "max_leaves", 14, "gamma", 1.5);
        try (XgboostPeer peer = XgboostPeer.train(data, 60, uneven)) {
            BoostedTrees model = BoosterFile.read(peer.save(directory), 8);

            assertThat(model.trees().stream().map(Tree::depth).distinct()).hasSizeGreaterThan(2);
            assertSameBits(model, data.values(), 8, peer.margins(data.values(), 3000, 8));
        }
    }

    @Test
    void aRowsScoreDoesNotDependOnTheOthersNorOnWhereItIsWritten() throws Exception {
        SyntheticRows data = SyntheticRows.of(300, 40, 0.15, 8);
        try (XgboostPeer peer = XgboostPeer.train(data, 20, Map.of())) {
            TreeScorer scorer = new JavaTreeScorer(BoosterFile.read(peer.save(directory), 40));
            float[] together = new float[3 * 300];
            scorer.score(data.values(), 300, 40, together, 1, 3);
            for (int row = 0; row < 300; row++) {
                float[] alone = new float[1];
                scorer.score(data.row(row), 1, 40, alone, 0, 1);
                assertThat(together[1 + 3 * row]).isEqualTo(alone[0]);
                assertThat(together[3 * row]).isZero();
            }
        }
    }

    @Test
    void theNativeScorerGivesTheSameBits() throws Exception {
        SyntheticRows data = SyntheticRows.of(700, 9, 0.15, 9);
        try (XgboostPeer peer = XgboostPeer.train(data, 40, Map.of())) {
            Path file = peer.save(directory);
            float[] java = new float[700];
            new JavaTreeScorer(BoosterFile.read(file, 9)).score(data.values(), 700, 9, java, 0, 1);
            float[] nativeMargins = new float[700];
            try (TreeScorer scorer = NativeTreeScorer.open(file)) {
                // The engine reuses memory, so the array may be longer than the rows.
                float[] longer = Arrays.copyOf(data.values(), data.values().length + 50);
                scorer.score(longer, 700, 9, nativeMargins, 0, 1);
            }
            assertThat(nativeMargins).isEqualTo(java);
        }
    }

    private static int deepest(BoostedTrees model) {
        return model.trees().stream().mapToInt(Tree::depth).max().orElse(0);
    }

    private static void assertSameBits(BoostedTrees model, float[] values, int columns, float[] expected) {
        float[] margins = new float[expected.length];
        new JavaTreeScorer(model).score(values, expected.length, columns, margins, 0, 1);
        List<String> different = new ArrayList<>();
        for (int row = 0; row < expected.length; row++) {
            if (Float.floatToRawIntBits(margins[row]) != Float.floatToRawIntBits(expected[row])) {
                different.add("row " + row + ": " + margins[row] + " for " + expected[row]);
            }
        }
        assertThat(different).isEmpty();
    }

    /** Returns rows of thresholds, their neighbours, zeros of both signs, infinities, huge, tiny and missing values. */
    private static float[] hostileRows(BoostedTrees model, int rows, double missing) {
        float[][] thresholds = new float[model.features()][];
        for (int column = 0; column < thresholds.length; column++) {
            thresholds[column] = thresholds(model, column);
        }
        SplittableRandom random = new SplittableRandom(rows);
        float[] special = {
            0f,
            -0f,
            Float.POSITIVE_INFINITY,
            Float.NEGATIVE_INFINITY,
            Float.MAX_VALUE,
            -Float.MAX_VALUE,
            Float.MIN_VALUE,
            -Float.MIN_VALUE,
            1f
        };
        float[] values = new float[rows * thresholds.length];
        for (int i = 0; i < values.length; i++) {
            float[] own = thresholds[i % thresholds.length];
            if (random.nextDouble() < missing) {
                values[i] = Float.NaN;
            } else if (own.length == 0 || random.nextInt(4) == 0) {
                values[i] = special[random.nextInt(special.length)];
            } else {
                float threshold = own[random.nextInt(own.length)];
                values[i] = switch (random.nextInt(3)) {
                    case 0 -> threshold;
                    case 1 -> Math.nextUp(threshold);
                    default -> Math.nextDown(threshold);
                };
            }
        }
        return values;
    }

    private static float[] thresholds(BoostedTrees model, int column) {
        List<Float> found = new ArrayList<>();
        for (Tree tree : model.trees()) {
            for (int node = 0; node < tree.left().length; node++) {
                if (!tree.isLeaf(node) && tree.feature()[node] == column) {
                    found.add(tree.value()[node]);
                }
            }
        }
        float[] thresholds = new float[found.size()];
        for (int i = 0; i < thresholds.length; i++) {
            thresholds[i] = found.get(i);
        }
        return thresholds;
    }
}
