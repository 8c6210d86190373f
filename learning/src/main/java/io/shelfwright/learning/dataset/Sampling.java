package io.shelfwright.learning.dataset;

import java.io.Serializable;

/**
 * Which rows a dataset keeps: every card with a reaction or a label, and a share of the others.
 *
 * <p>A row that is kept stands for {@code 1/share} rows like it. The draw is by user, request and item: the same card is drawn
 * on every machine and in every run, and a greater share keeps what a smaller one kept.
 *
 * @param negativeShare share of the cards without any reaction that is kept, above 0, up to 1
 * @param seed of the draw
 */
public record Sampling(double negativeShare, long seed) implements Serializable {
    /** Everything is kept. */
    public static final Sampling ALL = new Sampling(1, 1);

    public Sampling {
        if (!(negativeShare > 0 && negativeShare <= 1)) {
            throw new IllegalArgumentException(
                    "the share of negatives is " + negativeShare + "; allowed is a number above 0, up to 1");
        }
    }

    /** Returns the weight of a row, 0 if it is left out. */
    double weight(DatasetPage page, String itemId, boolean reacted, float[] labels) {
        if (negativeShare == 1 || reacted || anything(labels)) {
            return 1;
        }
        boolean kept = UserHash.unit(seed, page.userId(), page.requestId(), itemId) < negativeShare;
        return kept ? 1 / negativeShare : 0;
    }

    private static boolean anything(float[] labels) {
        for (float label : labels) {
            if (label > 0) {
                return true;
            }
        }
        return false;
    }
}
