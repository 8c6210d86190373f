package io.shelfwright.freshness;

import io.shelfwright.api.Item;
import io.shelfwright.spi.CandidateBatch;
import io.shelfwright.spi.ImpressionKey.Scope;
import io.shelfwright.spi.ScoreRule;
import io.shelfwright.spi.ShelfSpec;
import io.shelfwright.spi.UserState;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Multiplies the utility by {@code max(floor, artistBase^a)} and by {@code max(floor, shelfBase^s)}.
 *
 * <p>a is the number of unanswered impressions of the artist's other items (the item's own are the business of
 * {@code impression-discount}), on average over the item's artists. s is the number of unanswered impressions of the shelf's
 * cards divided by its most cards: how often the whole shelf was looked at in vain. Both halve in 7 days.
 */
final class FatigueRule implements ScoreRule {
    private final double logArtistBase;
    private final double logShelfBase;
    private final double logFloor;

    FatigueRule(FatigueSettings settings) {
        logArtistBase = Math.log(settings.artistBase());
        logShelfBase = Math.log(settings.shelfBase());
        logFloor = Math.log(settings.floor());
    }

    @Override
    public void adjust(CandidateBatch candidates, Adjustments adjustments) {
        Map<String, Double> shelves = new HashMap<>();
        for (int i = 0; i < candidates.size(); i++) {
            double artist = Math.max(logFloor, logArtistBase * artistViews(candidates, candidates.item(i)));
            if (artist < 0) {
                adjustments.add(i, artist, "other items of the artist were seen often without a reaction");
            }
            ShelfSpec shelf = candidates.shelf(i);
            Double known = shelves.get(shelf.id());
            double views = known != null ? known : shelfViews(candidates, shelf);
            if (known == null) {
                shelves.put(shelf.id(), views);
            }
            double tired = Math.max(logFloor, logShelfBase * views);
            if (tired < 0) {
                adjustments.add(i, tired, "the shelf was seen often without a reaction");
            }
        }
    }

    private static double artistViews(CandidateBatch candidates, Item item) {
        List<String> artists = item.artistIds();
        if (artists.isEmpty()) {
            return 0;
        }
        UserState user = candidates.user();
        Instant now = candidates.context().at();
        double own = user.impressions(Scope.ITEM, item.id(), now);
        double others = 0;
        for (int k = 0; k < artists.size(); k++) {
            others += Math.max(0, user.impressions(Scope.ARTIST, artists.get(k), now) - own);
        }
        return others / artists.size();
    }

    private static double shelfViews(CandidateBatch candidates, ShelfSpec shelf) {
        double cards = candidates
                .user()
                .impressions(Scope.SHELF, shelf.id(), candidates.context().at());
        return cards / shelf.maxCards();
    }
}
