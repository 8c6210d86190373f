package io.shelfwright.testkit;

import io.shelfwright.api.Interaction;
import io.shelfwright.spi.ItemHistory;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Counts what one user did with one item; interactions are added in the order of time. */
final class HistoryCounts {
    private static final double HALF_LIFE_DAYS = 60;

    private final String itemId;
    private double plays;
    private double decayedPlays;
    private @Nullable Instant firstPlayed;
    private @Nullable Instant lastPlayed;
    private double completes;
    private double skips;
    private boolean saved;
    private final double[] dayparts = new double[ItemHistory.DAYPARTS];

    HistoryCounts(String itemId) {
        this.itemId = itemId;
    }

    void add(Interaction interaction) {
        switch (interaction.type()) {
            case PLAY -> played(interaction);
            case COMPLETE -> {
                played(interaction);
                completes += interaction.amount();
            }
            case SKIP -> skips += interaction.amount();
            case SAVE, LIKE, FOLLOW -> saved = true;
            case DISLIKE, HIDE, IMPRESSION, UNDO -> {}
        }
    }

    private void played(Interaction play) {
        plays += play.amount();
        if (lastPlayed != null) {
            decayedPlays *= decay(lastPlayed, play.time());
        }
        decayedPlays += play.amount();
        lastPlayed = play.time();
        if (firstPlayed == null) {
            firstPlayed = lastPlayed;
        }
        dayparts[ItemHistory.daypart(play.time().atZone(ZoneOffset.UTC))] += play.amount();
    }

    static double decay(Instant from, Instant to) {
        double days = Math.max(0, Duration.between(from, to).toMillis() / 86_400_000.0);
        return Math.pow(2, -days / HALF_LIFE_DAYS);
    }

    /** Returns plays decayed until a time. */
    double weight(Instant at) {
        return lastPlayed == null ? 0 : decayedPlays * decay(lastPlayed, at);
    }

    ItemHistory toHistory() {
        List<Double> parts = new ArrayList<>();
        for (double part : dayparts) {
            parts.add(part);
        }
        return new ItemHistory(itemId, plays, decayedPlays, firstPlayed, lastPlayed, completes, skips, saved, parts);
    }
}
