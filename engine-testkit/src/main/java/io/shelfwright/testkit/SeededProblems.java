package io.shelfwright.testkit;

import io.shelfwright.spi.PackingProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.random.RandomGenerator;

/** Draws pages to pack: scarce items, ties, values of zero, shelves that fight for a row, minima that cannot be met. */
final class SeededProblems {
    private SeededProblems() {}

    static PackingProblem draw(RandomGenerator random) {
        int rows = 1 + random.nextInt(6);
        int columns = 1 + random.nextInt(6);
        int items = 1 + random.nextInt(30);
        boolean ties = random.nextInt(4) == 0;
        List<PackingProblem.Shelf> shelves = new ArrayList<>();
        for (int shelf = random.nextInt(12); shelf > 0; shelf--) {
            int pinned = random.nextInt(5) == 0 ? random.nextInt(rows) : -1;
            shelves.add(shelf(random, "s" + shelf, items, pinned, ties));
        }
        return new PackingProblem(
                rows,
                columns,
                examination(random, rows, columns),
                shelves,
                items,
                1 + random.nextInt(3),
                random.nextBoolean());
    }

    /** Returns a problem in which one shelf is pinned, and can stand in its row. */
    static PackingProblem withOnePin(RandomGenerator random) {
        PackingProblem drawn = draw(random);
        int items = drawn.itemCount();
        int row = random.nextInt(drawn.rows());
        List<PackingProblem.Shelf> shelves = new ArrayList<>();
        for (PackingProblem.Shelf shelf : drawn.shelves()) {
            shelves.add(new PackingProblem.Shelf(
                    shelf.id(), shelf.kind(), shelf.minCards(), shelf.maxCards(), -1, shelf.items(), shelf.values()));
        }
        int[] some = items(random, items, 1 + random.nextInt(items));
        int place = random.nextInt(shelves.size() + 1);
        shelves.add(
                place, new PackingProblem.Shelf("pinned", "k0", 1, 4, row, some, values(random, some.length, false)));
        return new PackingProblem(
                drawn.rows(),
                drawn.columns(),
                drawn.examination(),
                shelves,
                items,
                drawn.maxShelvesPerKind(),
                drawn.noSameKindNeighbours());
    }

    static double[][] examination(RandomGenerator random, int rows, int columns) {
        double[][] examination = new double[rows][columns];
        for (double[] row : examination) {
            double last = 1;
            for (int column = 0; column < columns; column++) {
                last *= 0.6 + 0.4 * random.nextDouble();
                row[column] = last;
            }
        }
        return examination;
    }

    private static PackingProblem.Shelf shelf(RandomGenerator random, String id, int items, int pinned, boolean ties) {
        int[] some = items(random, items, random.nextInt(items + 1));
        int min = 1 + random.nextInt(3);
        double[] values = values(random, some.length, ties);
        return new PackingProblem.Shelf(
                id, "k" + random.nextInt(3), min, min + random.nextInt(4), pinned, some, values);
    }

    static int[] items(RandomGenerator random, int items, int count) {
        int[] all = new int[items];
        for (int i = 0; i < items; i++) {
            int other = random.nextInt(i + 1);
            all[i] = all[other];
            all[other] = i;
        }
        return Arrays.copyOf(all, count);
    }

    private static double[] values(RandomGenerator random, int count, boolean ties) {
        double[] values = new double[count];
        for (int i = 0; i < count; i++) {
            values[i] = ties ? random.nextInt(3) * 0.25 : random.nextInt(10) == 0 ? 0 : random.nextDouble();
        }
        return values;
    }
}
