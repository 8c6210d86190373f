package io.shelfwright.engine.userstate;

import io.shelfwright.spi.ItemHistory;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one user did with one item, while it is being counted. */
final class ItemTrail {
    final String itemId;
    double completes;
    double skips;
    boolean saved;

    /** Position of the last positive reaction among the effective interactions, -1 where there is none. */
    int lastPositive = -1;

    private double plays;
    private double decayed;
    private double lastWeight = 1;
    private @Nullable Instant firstPlayed;
    private @Nullable Instant lastPlayed;
    private final double[] dayparts = new double[ItemHistory.DAYPARTS];

    ItemTrail(String itemId) {
        this.itemId = itemId;
    }

    void play(Instant time, double amount, double weight, int daypart) {
        plays += amount;
        decayed += amount * weight;
        lastWeight = weight;
        if (firstPlayed == null) {
            firstPlayed = time;
        }
        lastPlayed = time;
        dayparts[daypart] += amount;
    }

    boolean played() {
        return lastPlayed != null;
    }

    /** Returns the listening to it, decayed until the user's last play. */
    double decayed() {
        return decayed;
    }

    ItemHistory history() {
        return new ItemHistory(
                itemId,
                plays,
                decayed / lastWeight,
                firstPlayed,
                lastPlayed,
                completes,
                skips,
                saved,
                List.of(
                        Counts.boxed(dayparts[0]),
                        Counts.boxed(dayparts[1]),
                        Counts.boxed(dayparts[2]),
                        Counts.boxed(dayparts[3]),
                        Counts.boxed(dayparts[4]),
                        Counts.boxed(dayparts[5]),
                        Counts.boxed(dayparts[6]),
                        Counts.boxed(dayparts[7])));
    }

    /** Boxed small whole numbers, which most counts are, made once. */
    private static final class Counts {
        private static final Double[] SMALL = new Double[64];

        static {
            for (int i = 0; i < SMALL.length; i++) {
                SMALL[i] = (double) i;
            }
        }

        static Double boxed(double count) {
            int whole = (int) count;
            return whole == count && whole >= 0 && whole < SMALL.length ? SMALL[whole] : Double.valueOf(count);
        }
    }
}
