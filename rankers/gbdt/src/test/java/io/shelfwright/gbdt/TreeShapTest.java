package io.shelfwright.gbdt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TreeShapTest {
    @TempDir
    Path directory;

    @ParameterizedTest(name = "{0} trees of depth {1}, {2} missing")
    @CsvSource({"1, 1, 0", "1, 3, 0.15", "40, 3, 0.15", "100, 6, 0", "100, 6, 0.15", "20, 10, 0.15"})
    void contributionsAreThoseOfXgboostAndSumToTheMargin(int trees, int depth, double missing) throws Exception {
        SyntheticRows data = SyntheticRows.of(1500, 9, missing, trees + depth);
        try (XgboostPeer peer = XgboostPeer.train(data, trees, Map.of("max_depth", depth))) {
            BoostedTrees model = BoosterFile.read(peer.save(directory), 9);
            float[][] expected = peer.contributions(data.values(), 1500, 9);
            float[] margins = peer.margins(data.values(), 1500, 9);
            for (int row = 0; row < 300; row++) {
                double[] parts = contributions(model, data.row(row));
                double sum = 0;
                for (int column = 0; column <= 9; column++) {
                    assertThat(parts[column]).isCloseTo(expected[row][column], within(1e-4));
                    sum += parts[column];
                }
                assertThat(sum).isCloseTo(margins[row], within(1e-5));
            }
        }
    }

    /** A tree of two tests, small enough to average over the orders of its features by hand. */
    @Test
    void aSmallTreeIsSharedOutAsByHand() {
        // x0 < 0 ? (x1 < 0 ? 1 : 3) : 7, with half of the rows at each turn.
        Tree tree = new Tree(
                new int[] {1, 3, -1, -1, -1},
                new int[] {2, 4, -1, -1, -1},
                new int[] {0, 1, 0, 0, 0},
                new float[] {0, 0, 7, 1, 3},
                new boolean[5],
                new float[] {4, 2, 2, 1, 1});
        double[] parts = new double[3];
        TreeShap.add(tree, new float[] {-1, 1}, parts);
        // Nothing known: 4.5; x0: 2; x1: 5; both: 3.
        assertThat(parts[0]).isCloseTo((2 - 4.5 + 3 - 5) / 2, within(1e-12));
        assertThat(parts[1]).isCloseTo((5 - 4.5 + 3 - 2) / 2, within(1e-12));
        assertThat(parts[2]).isCloseTo(4.5, within(1e-12));
    }

    @Test
    void aTurnThatNoTrainingRowTookGivesFiniteContributions() {
        Tree tree = new Tree(
                new int[] {1, 3, -1, -1, -1},
                new int[] {2, 4, -1, -1, -1},
                new int[] {0, 0, 0, 0, 0},
                new float[] {0, -1, 7, 1, 3},
                new boolean[5],
                new float[] {4, 4, 0, 0, 4});
        for (float x : new float[] {-2, -0.5f, 2, Float.NaN}) {
            double[] parts = new double[2];
            TreeShap.add(tree, new float[] {x}, parts);
            float margin = Float.isNaN(x) || x >= 0 ? 7 : x < -1 ? 1 : 3;
            assertThat(parts[0] + parts[1]).isCloseTo(margin, within(1e-12));
        }
    }

    private static double[] contributions(BoostedTrees model, float[] row) {
        double[] parts = new double[row.length + 1];
        parts[row.length] = model.baseMargin();
        model.trees().forEach(tree -> TreeShap.add(tree, row, parts));
        return parts;
    }
}
