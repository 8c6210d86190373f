package io.shelfwright.diversity;

import io.shelfwright.api.Item;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.PagePrefix;
import io.shelfwright.spi.PlacementRule;
import io.shelfwright.spi.Slot;

/**
 * Calibrated recommendations over the page (Steck, RecSys 2018).
 *
 * <p>With p the user's genre shares and q the genres of the page's cards with the card in question (a card is divided evenly
 * among its genres), the penalty is {@code weight KL(p || (1-alpha) q + alpha p)}. It is at most
 * {@code weight log(1/alpha)}. An item without genres leaves the page's genres as they are; for a user without genres, or a
 * page without a card that has some and such an item, the rule says nothing.
 */
final class CalibratedRule implements PlacementRule {
    private static final SlotRule NO_TASTE = item -> 0;

    private final CalibratedSettings settings;
    private final ItemGroups genres;

    CalibratedRule(CalibratedSettings settings, Catalog catalog) {
        this.settings = settings;
        genres = new ItemGroups(catalog, Item::genres);
    }

    @Override
    public boolean forbids() {
        return false;
    }

    @Override
    public int window() {
        return settings.window();
    }

    @Override
    public SlotRule forSlot(PagePrefix prefix, Slot slot) {
        GenreTaste taste = GenreTaste.of(prefix.user(), genres);
        if (taste.size() == 0) {
            return NO_TASTE;
        }
        double[] counts = new double[taste.size()];
        int cards = 0;
        for (int item : RecentCards.latestFirst(prefix, settings.window())) {
            int[] itemGenres = genres.of(item);
            for (int genre : itemGenres) {
                int k = taste.position(genre);
                if (k >= 0) {
                    counts[k] += 1.0 / itemGenres.length;
                }
            }
            cards += itemGenres.length > 0 ? 1 : 0;
        }
        return new Divergence(taste, counts, cards);
    }

    /** The divergence after one more card; terms that the card does not touch are summed once. */
    private final class Divergence implements SlotRule {
        private final GenreTaste taste;
        private final double[] counts;
        private final int cardsAfter;
        private final double untouched;
        private final double unchanged;

        Divergence(GenreTaste taste, double[] counts, int cards) {
            this.taste = taste;
            this.counts = counts;
            cardsAfter = cards + 1;
            unchanged = cards == 0 ? 0 : sum(cards);
            untouched = sum(cardsAfter);
        }

        private double sum(int cards) {
            double sum = 0;
            for (int k = 0; k < counts.length; k++) {
                sum += term(k, counts[k] / cards);
            }
            return sum;
        }

        private double term(int k, double pageShare) {
            double p = taste.share(k);
            return -p * Math.log((1 - settings.alpha()) * pageShare / p + settings.alpha());
        }

        @Override
        public double penalty(int item) {
            int[] itemGenres = genres.of(item);
            double divergence = itemGenres.length == 0 ? unchanged : untouched;
            for (int genre : itemGenres) {
                int k = taste.position(genre);
                if (k >= 0) {
                    double after = (counts[k] + 1.0 / itemGenres.length) / cardsAfter;
                    divergence += term(k, after) - term(k, counts[k] / cardsAfter);
                }
            }
            return settings.weight() * Math.max(0, divergence);
        }
    }
}
