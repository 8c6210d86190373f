package io.shelfwright.vectors;

import io.shelfwright.vectors.algebra.Chunks;
import io.shelfwright.vectors.algebra.Gramian;

/** Makes recommenders of vectors and scores that are there already. */
public final class Recommenders {
    private Recommenders() {}

    /** Returns the recommender of learned vectors. */
    public static Recommender of(ItemFactors factors) {
        return of(factors, factors);
    }

    /**
     * Returns a recommender that folds users in by some vectors and scores by others of the same space.
     *
     * @param learned vectors from which a user's vector follows; zeros where not known
     * @param scored vectors that are scored
     */
    public static Recommender of(ItemFactors learned, ItemFactors scored) {
        try (Chunks chunks = new Chunks(1)) {
            return new FactorRecommender(
                    scored, learned.values(), Gramian.of(learned.values(), learned.dimension(), chunks));
        }
    }

    /** Returns a recommender that scores alike for everyone. */
    public static Recommender fixed(double[] scores) {
        return new Popularity.Scores(scores.clone());
    }
}
