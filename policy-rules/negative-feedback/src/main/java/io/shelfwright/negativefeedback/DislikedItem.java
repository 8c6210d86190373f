package io.shelfwright.negativefeedback;

import io.shelfwright.api.Item;
import io.shelfwright.spi.CandidateBatch;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.ItemHistory;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** An item that a user does not want, as far as it says something about others; made for one batch. */
final class DislikedItem {
    private final int item;
    private final double weight;
    private final double forgivingPlays;
    private final String reason;
    private final Map<String, Double> playsSince = new HashMap<>();

    /**
     * Makes an item.
     *
     * @param since when it was disliked, or skipped last
     * @param strength 1 for a dislike, less for a weaker sign
     * @param reason words for people
     */
    DislikedItem(int item, Instant since, double strength, String reason, CandidateBatch batch, FadeSettings settings) {
        this.item = item;
        this.reason = reason;
        Instant now = batch.context().at();
        double age = Math.max(0, Duration.between(since, now).toSeconds() / 86_400.0);
        weight = strength * settings.spread() * Math.pow(2, -age / settings.spreadHalfLifeDays());
        forgivingPlays = settings.forgivingPlays();
        count(batch, since);
    }

    /**
     * Counts plays since the dislike by artist. Of an item played before and after, one play is known to be later; a play of a
     * collection says nothing of its artists.
     */
    private void count(CandidateBatch batch, Instant since) {
        Catalog catalog = batch.catalog();
        List<ItemHistory> latestFirst = batch.user().histories();
        for (int i = 0; i < latestFirst.size(); i++) {
            ItemHistory history = latestFirst.get(i);
            Instant last = history.lastPlayed();
            if (last == null || !last.isAfter(since)) {
                return;
            }
            int played = catalog.indexOf(history.itemId());
            if (played >= 0 && !Collection.is(catalog.item(played))) {
                Instant first = history.firstPlayed();
                double plays = first != null && first.isAfter(since) ? history.plays() : Math.min(1, history.plays());
                for (String artist : catalog.item(played).artistIds()) {
                    playsSince.merge(artist, plays, Double::sum);
                }
            }
        }
    }

    int item() {
        return item;
    }

    /** Returns what an item loses that equals this one, in log utility. */
    double weight() {
        return weight;
    }

    String reason() {
        return reason;
    }

    /** Returns whether the user has played an artist of another item often enough since. */
    boolean isForgiven(Item other) {
        if (playsSince.isEmpty() || Collection.is(other)) {
            return false;
        }
        List<String> artists = other.artistIds();
        for (int i = 0; i < artists.size(); i++) {
            if (playsSince.getOrDefault(artists.get(i), 0.0) >= forgivingPlays) {
                return true;
            }
        }
        return false;
    }
}
