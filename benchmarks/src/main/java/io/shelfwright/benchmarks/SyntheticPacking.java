package io.shelfwright.benchmarks;

import io.shelfwright.spi.PackingProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Seeded synthetic packing problems: shelves share items, values have a long tail, two shelves are pinned. */
final class SyntheticPacking {
    private static final int KINDS = 5;
    private static final double SHARED = 0.5;

    private SyntheticPacking() {}

    static PackingProblem problem(int shelves, int candidates, int rows, int columns, long seed) {
        SplittableRandom random = new SplittableRandom(seed);
        int items = (int) (shelves * candidates * SHARED);
        double[] quality = new double[items];
        for (int item = 0; item < items; item++) {
            quality[item] = 0.6 * Math.pow(random.nextDouble(), 4);
        }
        List<PackingProblem.Shelf> all = new ArrayList<>();
        for (int shelf = 0; shelf < shelves; shelf++) {
            all.add(shelf(shelf, candidates, columns, quality, random));
        }
        return new PackingProblem(rows, columns, examination(rows, columns), all, items, 1 + rows / KINDS, true);
    }

    private static PackingProblem.Shelf shelf(
            int number, int candidates, int columns, double[] quality, SplittableRandom random) {
        double level = 0.4 + random.nextDouble();
        long[] drawn = new long[quality.length];
        for (int item = 0; item < drawn.length; item++) {
            drawn[item] = (random.nextLong() >>> 33) << 32 | item;
        }
        Arrays.sort(drawn);
        int[] items = new int[candidates];
        double[] values = new double[candidates];
        for (int k = 0; k < candidates; k++) {
            items[k] = (int) drawn[k];
            values[k] = level * quality[items[k]] * (0.7 + 0.6 * random.nextDouble());
        }
        sortDescending(items, values);
        int pinned = number == 3 ? 0 : number == 7 ? 2 : -1;
        return new PackingProblem.Shelf(
                "shelf-" + number, "kind-" + number % KINDS, 2 + random.nextInt(3), columns, pinned, items, values);
    }

    private static void sortDescending(int[] items, double[] values) {
        for (int i = 1; i < items.length; i++) {
            int item = items[i];
            double value = values[i];
            int k = i;
            for (; k > 0 && values[k - 1] < value; k--) {
                values[k] = values[k - 1];
                items[k] = items[k - 1];
            }
            values[k] = value;
            items[k] = item;
        }
    }

    private static double[][] examination(int rows, int columns) {
        double[][] table = new double[rows][columns];
        for (int row = 0; row < rows; row++) {
            for (int column = 0; column < columns; column++) {
                table[row][column] = Math.pow(0.85, row) * Math.pow(0.94, column);
            }
        }
        return table;
    }
}
