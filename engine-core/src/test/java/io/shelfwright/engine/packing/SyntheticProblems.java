package io.shelfwright.engine.packing;

import io.shelfwright.spi.PackingProblem;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/** Seeded synthetic packing problems: two shapes of home page, and small random ones that are as awkward as they can be. */
final class SyntheticProblems {
    private SyntheticProblems() {}

    static PackingProblem large(long seed) {
        return homePage(seed, 40, 100, 12, 10, 3);
    }

    static PackingProblem small(long seed) {
        return homePage(seed, 12, 25, 5, 6, 2);
    }

    /** Overlapping shelves (a card on 2.7 of them), 30 % short shelves, a pin, a quota, no neighbours of one kind, minimum 4. */
    private static PackingProblem homePage(long seed, int shelfCount, int longest, int rows, int columns, int quota) {
        Random random = new Random(seed);
        int[] sizes = new int[shelfCount];
        int total = 0;
        for (int s = 0; s < shelfCount; s++) {
            sizes[s] = random.nextDouble() < 0.3 ? 4 + random.nextInt(longest * 2 / 5) : longest;
            total += sizes[s];
        }
        int items = (int) (total / 2.7);
        double[] quality = new double[items];
        for (int i = 0; i < items; i++) {
            quality[i] = Math.exp(-3.2 + 0.8 * random.nextGaussian());
        }
        List<PackingProblem.Shelf> shelves = new ArrayList<>();
        for (int s = 0; s < shelfCount; s++) {
            double level = Math.exp(0.3 * random.nextGaussian());
            List<Integer> pool = new ArrayList<>();
            for (int i = 0; i < items; i++) {
                pool.add(i);
            }
            Collections.shuffle(pool, random);
            int[] chosen = new int[Math.min(items, sizes[s])];
            double[] values = new double[chosen.length];
            for (int i = 0; i < chosen.length; i++) {
                chosen[i] = pool.get(i);
                values[i] = Math.min(0.6, quality[chosen[i]] * level * Math.exp(0.4 * random.nextGaussian()));
            }
            int kinds = shelfCount / 5;
            shelves.add(new PackingProblem.Shelf(
                    "s" + s, "k" + random.nextInt(Math.max(4, kinds)), 4, columns, s == 0 ? 0 : -1, chosen, values));
        }
        return new PackingProblem(rows, columns, examination(rows, columns), shelves, items, quota, true);
    }

    static double[][] examination(int rows, int columns) {
        double[] beta = {1, 0.94, 0.88, 0.82};
        double[][] e = new double[rows][columns];
        for (int r = 0; r < rows; r++) {
            for (int k = 0; k < columns; k++) {
                e[r][k] = Math.pow(0.85, r) * (k < beta.length ? beta[k] : 0.5 * Math.pow(0.9, k - beta.length));
            }
        }
        return e;
    }

    /** Any small problem the contract allows: scarce items, ties, zeros, odd examination, pins that fight, impossible shelves. */
    static PackingProblem awkward(long seed, int mostShelves, int mostItems, int mostRows, int mostColumns) {
        Random random = new Random(seed);
        int rows = 1 + random.nextInt(mostRows);
        int columns = 1 + random.nextInt(mostColumns);
        int items = 1 + random.nextInt(mostItems);
        int kinds = 1 + random.nextInt(3);
        boolean ties = random.nextInt(4) == 0;
        boolean falling = random.nextInt(3) > 0;
        double[][] e = new double[rows][columns];
        for (int r = 0; r < rows; r++) {
            double last = 1;
            for (int k = 0; k < columns; k++) {
                e[r][k] = falling ? last * (0.5 + 0.5 * random.nextDouble()) : random.nextDouble();
                last = e[r][k];
            }
        }
        List<PackingProblem.Shelf> shelves = new ArrayList<>();
        int count = random.nextInt(mostShelves + 1);
        for (int s = 0; s < count; s++) {
            List<Integer> pool = new ArrayList<>();
            for (int i = 0; i < items; i++) {
                pool.add(i);
            }
            Collections.shuffle(pool, random);
            int[] chosen = new int[random.nextInt(items + 1)];
            double[] values = new double[chosen.length];
            for (int i = 0; i < chosen.length; i++) {
                chosen[i] = pool.get(i);
                values[i] = ties ? random.nextInt(3) * 0.25 : random.nextInt(10) == 0 ? 0 : random.nextDouble();
            }
            int min = 1 + random.nextInt(3);
            int pin = random.nextInt(5) == 0 ? random.nextInt(rows + 1) : -1;
            shelves.add(new PackingProblem.Shelf(
                    "s" + s, "k" + random.nextInt(kinds), min, min + random.nextInt(4), pin, chosen, values));
        }
        return new PackingProblem(rows, columns, e, shelves, items, 1 + random.nextInt(3), random.nextBoolean());
    }
}
