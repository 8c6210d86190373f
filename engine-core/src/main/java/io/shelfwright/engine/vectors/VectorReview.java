package io.shelfwright.engine.vectors;

import io.shelfwright.spi.ItemVectors;
import io.shelfwright.spi.NearestItems;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Asks the index of a space a few questions whose answers are known. */
public final class VectorReview {
    private static final int QUERIES = 8;
    private static final int NEAREST = 10;
    private static final double LEAST_RECALL = 0.5;
    private static final double ROUNDING = 1e-3;

    private VectorReview() {}

    /** Returns what is wrong with the answers: unknown items, other scores than the vectors have, or too few of the best. */
    public static List<String> problems(ItemVectors space) {
        NearestHeap best = new NearestHeap(NEAREST);
        List<String> problems = new ArrayList<>();
        float[] query = new float[space.dimension()];
        int asked = 0;
        int wanted = 0;
        int found = 0;
        int step = Math.max(1, space.size() / QUERIES);
        for (int item = 0; item < space.size() && asked < QUERIES; item += space.knows(item) ? step : 1) {
            if (!space.knows(item)) {
                continue;
            }
            asked++;
            space.copy(item, query);
            NearestItems exact = exact(space, query, best);
            NearestItems nearest = space.nearest(query, NEAREST, any -> true);
            for (int i = 0; i < nearest.size(); i++) {
                problems.addAll(wrong(space, query, nearest, i));
            }
            wanted += exact.size();
            found += common(exact, nearest);
        }
        if (wanted > 0 && found < LEAST_RECALL * wanted) {
            problems.add(String.format(
                    Locale.ROOT,
                    "the index of the vectors '%s' finds %d of the %d best items of %d questions; build it again",
                    space.space(),
                    found,
                    wanted,
                    asked));
        }
        return problems.stream().distinct().limit(3).toList();
    }

    private static NearestItems exact(ItemVectors space, float[] query, NearestHeap best) {
        for (int item = 0; item < space.size(); item++) {
            if (space.knows(item)) {
                float score = (float) space.dot(query, item);
                if (best.takes(item, score)) {
                    best.add(item, score);
                }
            }
        }
        return best.drain();
    }

    private static int common(NearestItems exact, NearestItems nearest) {
        int common = 0;
        for (int one : exact.items()) {
            for (int other : nearest.items()) {
                common += one == other ? 1 : 0;
            }
        }
        return common;
    }

    private static List<String> wrong(ItemVectors space, float[] query, NearestItems nearest, int i) {
        int item = nearest.items()[i];
        if (item < 0 || item >= space.size() || !space.knows(item)) {
            return List.of("the index of the vectors '" + space.space() + "' finds item number " + item
                    + ", which has no vector; build it again");
        }
        double score = space.dot(query, item);
        return Math.abs(score - nearest.scores()[i]) <= ROUNDING * (1 + Math.abs(score))
                ? List.of()
                : List.of("the index of the vectors '" + space.space() + "' gives item number " + item + " the score "
                        + nearest.scores()[i] + ", its vector says " + score + "; build it again");
    }
}
