package io.shelfwright.testkit;

import io.shelfwright.spi.PackingProblem;
import io.shelfwright.spi.PackingProblem.Shelf;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** Pages to pack that are rare, and allowed all the same. */
final class OddProblems {
    private OddProblems() {}

    static Map<String, PackingProblem> all() {
        Map<String, PackingProblem> problems = new LinkedHashMap<>();
        problems.put("no shelves", problem(3, 3, 0));
        problems.put("no candidates", problem(3, 3, 5, new Shelf("s", "k", 1, 3, -1, new int[0], new double[0])));
        problems.put("one card", problem(1, 1, 1, new Shelf("s", "k", 1, 1, -1, new int[] {0}, new double[] {0.5})));
        problems.put("nothing of value", problem(2, 2, 4, shelf("s", -1, 1, 0, 0, 0), shelf("t", -1, 1, 0, 0, 0, 0)));
        problems.put(
                "huge values", problem(2, 2, 4, shelf("s", -1, 1, 1e300, 1e299), shelf("t", -1, 1, 1e300, 1, 1e-300)));
        problems.put("minima that cannot be met", problem(2, 4, 3, shelf("s", -1, 4, 1, 1), shelf("t", 0, 4, 1, 1, 1)));
        problems.put(
                "two shelves pinned to one row", problem(2, 2, 4, shelf("s", 0, 1, 1, 1), shelf("t", 0, 1, 1, 1, 1)));
        problems.put(
                "every shelf has the same cards", problem(3, 2, 2, shelf("s", -1, 1, 1, 1), shelf("t", -1, 1, 1, 1)));
        problems.put("a large page", large());
        return problems;
    }

    private static PackingProblem problem(int rows, int columns, int items, Shelf... shelves) {
        double[][] examination = new double[rows][columns];
        for (double[] row : examination) {
            Arrays.fill(row, 0.5);
        }
        return new PackingProblem(rows, columns, examination, List.of(shelves), items, 2, false);
    }

    private static Shelf shelf(String id, int pinned, int min, double... values) {
        int[] items = new int[values.length];
        Arrays.setAll(items, item -> item);
        return new Shelf(id, "k", min, 4, pinned, items, values);
    }

    private static PackingProblem large() {
        SplittableRandom random = new SplittableRandom(1);
        List<Shelf> shelves = new ArrayList<>();
        for (int shelf = 0; shelf < 40; shelf++) {
            double[] values = new double[80];
            Arrays.setAll(values, item -> random.nextDouble());
            shelves.add(new Shelf(
                    "s" + shelf,
                    "k" + shelf % 9,
                    4,
                    10,
                    shelf == 3 ? 0 : -1,
                    SeededProblems.items(random, 900, 80),
                    values));
        }
        return new PackingProblem(12, 10, SeededProblems.examination(random, 12, 10), shelves, 900, 3, true);
    }
}
