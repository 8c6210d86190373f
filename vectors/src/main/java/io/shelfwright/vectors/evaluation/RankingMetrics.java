package io.shelfwright.vectors.evaluation;

import io.shelfwright.vectors.Interactions;
import io.shelfwright.vectors.Recommender;
import io.shelfwright.vectors.TopItems;
import io.shelfwright.vectors.algebra.Chunks;
import java.util.Arrays;

/**
 * How well a recommender finds the items that were held out, averaged over all users that have any.
 *
 * <p>All items are ranked but those the user has in training; ties go to the lower index. Recall@k is the share of the
 * held-out items among the first k; nDCG@k is {@code sum 1 / log2(place + 1)} over those found, divided by its greatest possible
 * value. A user without anything in training gets the most popular items.
 *
 * @param users users that were averaged over
 * @param recall10 Recall@10, 0..1
 * @param ndcg10 nDCG@10, 0..1
 * @param recall20 Recall@20, 0..1
 * @param ndcg20 nDCG@20, 0..1
 */
public record RankingMetrics(int users, double recall10, double ndcg10, double recall20, double ndcg20) {
    private static final int DEPTH = 20;
    private static final int CHUNK = 16;
    private static final int VALUES = 4;

    /** Returns the metrics, the same to the bit for any number of threads. */
    public static RankingMetrics of(Recommender recommender, Split split, int threads) {
        Interactions train = split.train();
        Interactions test = split.test();
        double[] values = new double[VALUES * test.users()];
        double[] popular = popularity(train);
        try (Chunks chunks = new Chunks(threads)) {
            chunks.run(test.users(), CHUNK, () -> {
                double[] scores = new double[test.items()];
                return (chunk, from, to) -> {
                    for (int user = from; user < to; user++) {
                        if (test.count(user) > 0) {
                            rank(recommender, train, user, popular, scores);
                            measure(TopItems.of(scores, DEPTH), test.row(user), values, VALUES * user);
                        }
                    }
                };
            });
        }
        double[] sums = new double[VALUES];
        int users = 0;
        for (int user = 0; user < test.users(); user++) {
            users += test.count(user) > 0 ? 1 : 0;
            for (int k = 0; k < VALUES; k++) {
                sums[k] += values[VALUES * user + k];
            }
        }
        int n = Math.max(1, users);
        return new RankingMetrics(users, sums[0] / n, sums[1] / n, sums[2] / n, sums[3] / n);
    }

    private static void rank(Recommender recommender, Interactions train, int user, double[] popular, double[] scores) {
        if (train.count(user) == 0) {
            System.arraycopy(popular, 0, scores, 0, scores.length);
            return;
        }
        int[] history = train.row(user);
        recommender.score(history, train.rowWeights(user), scores);
        for (int item : history) {
            scores[item] = Double.NEGATIVE_INFINITY;
        }
    }

    private static double[] popularity(Interactions train) {
        return Arrays.stream(train.usersOfItems()).asDoubleStream().toArray();
    }

    private static void measure(int[] top, int[] wanted, double[] values, int offset) {
        double gain = 0;
        int hits = 0;
        for (int place = 0; place < DEPTH; place++) {
            if (place < top.length && Arrays.binarySearch(wanted, top[place]) >= 0) {
                gain += discount(place);
                hits++;
            }
            if (place == DEPTH / 2 - 1) {
                values[offset] = (double) hits / wanted.length;
                values[offset + 1] = gain / ideal(Math.min(DEPTH / 2, wanted.length));
            }
        }
        values[offset + 2] = (double) hits / wanted.length;
        values[offset + 3] = gain / ideal(Math.min(DEPTH, wanted.length));
    }

    private static double ideal(int places) {
        double sum = 0;
        for (int place = 0; place < places; place++) {
            sum += discount(place);
        }
        return sum;
    }

    private static double discount(int place) {
        return StrictMath.log(2) / StrictMath.log(place + 2);
    }
}
