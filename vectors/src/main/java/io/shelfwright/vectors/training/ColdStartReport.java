package io.shelfwright.vectors.training;

import io.shelfwright.api.Item;
import io.shelfwright.vectors.Interactions;
import io.shelfwright.vectors.ItemFactors;
import io.shelfwright.vectors.Recommender;
import io.shelfwright.vectors.Recommenders;
import io.shelfwright.vectors.TrainingSetup;
import io.shelfwright.vectors.content.ContentFallback;
import io.shelfwright.vectors.content.ContentFeatures;
import io.shelfwright.vectors.evaluation.RankingMetrics;
import io.shelfwright.vectors.evaluation.Split;
import io.shelfwright.vectors.evaluation.VectorsEvaluation;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * Says how well content stands in for plays: a fifth of the played items lose all plays, the vectors of the others are learned,
 * and the held-out items are ranked among themselves for the users who did play them.
 *
 * @param items items held out
 * @param content ranked by vectors from their content
 * @param chance ranked by chance
 * @param learned ranked by vectors learned with their plays, which includes what is to be found: an upper end
 */
public record ColdStartReport(int items, RankingMetrics content, RankingMetrics chance, RankingMetrics learned) {
    private static final double SHARE = 0.2;

    /** Measures on a split by the set-up's seed. */
    public static ColdStartReport of(
            List<Item> catalog, ListenerHistories histories, TrainingPlan plan, TrainingSetup setup) {
        Interactions all = histories.pairs();
        BitSet cold = new BitSet(all.items());
        SplittableRandom random = new SplittableRandom(setup.seed());
        for (int item = 0; item < all.items(); item++) {
            cold.set(item, random.nextDouble() < SHARE);
        }
        Split split = new Split(part(all, cold, false), part(all, cold, true), Map.of());
        List<Item> played = new ArrayList<>();
        for (int item : histories.items()) {
            played.add(catalog.get(item));
        }
        ItemFactors warm = factors(split.train(), plan, setup);
        ItemFactors filled = ContentFallback.fill(
                warm, new ContentFeatures(played), split.train().usersOfItems(), 0, setup.threads());
        double[] lots = random.doubles(all.items()).toArray();
        return new ColdStartReport(
                cold.cardinality(),
                RankingMetrics.of(only(cold, Recommenders.of(warm, filled)), split, setup.threads()),
                RankingMetrics.of(only(cold, Recommenders.fixed(lots)), split, setup.threads()),
                RankingMetrics.of(only(cold, Recommenders.of(factors(all, plan, setup))), split, setup.threads()));
    }

    private static ItemFactors factors(Interactions train, TrainingPlan plan, TrainingSetup setup) {
        return VectorsEvaluation.choose(train, plan.algorithm(), plan.ialsSettings(), false, 1, setup)
                .chosen()
                .fit(train, setup)
                .factors()
                .orElseThrow();
    }

    private static Interactions part(Interactions all, BitSet cold, boolean wanted) {
        int[][] rows = new int[all.users()][];
        float[][] weights = new float[all.users()][];
        for (int user = 0; user < rows.length; user++) {
            int[] row = all.row(user);
            float[] given = all.rowWeights(user);
            rows[user] = new int[row.length];
            weights[user] = new float[row.length];
            int n = 0;
            for (int k = 0; k < row.length; k++) {
                if (cold.get(row[k]) == wanted) {
                    rows[user][n] = row[k];
                    weights[user][n++] = given[k];
                }
            }
            rows[user] = java.util.Arrays.copyOf(rows[user], n);
            weights[user] = java.util.Arrays.copyOf(weights[user], n);
        }
        return Interactions.of(all.items(), rows, weights);
    }

    private static Recommender only(BitSet allowed, Recommender of) {
        return new Recommender() {
            @Override
            public int items() {
                return of.items();
            }

            @Override
            public void score(int[] history, float[] weights, double[] scores) {
                of.score(history, weights, scores);
                for (int item = allowed.nextClearBit(0); item < scores.length; item = allowed.nextClearBit(item + 1)) {
                    scores[item] = Double.NEGATIVE_INFINITY;
                }
            }
        };
    }
}
