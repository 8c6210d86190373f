package io.shelfwright.sample.data.lastfm;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.sample.data.Draws;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Spreads play counts over time: Last.fm-2k says how often a user played an artist, never when. What comes out is derived.
 *
 * <p>The rule, seeded by {@link #SEED} and the numbers of user and artist alone:
 *
 * <ol>
 *   <li>A count w becomes n = min(1 + floor(log2 w), 8) plays, each of amount w / n.
 *   <li>They lie in the {@value #DAYS} days before the reference time. Each (user, artist) has a centre of interest,
 *       uniform over those days, and a width of 8 to 80 days; a play's day is normal around it, reflected at both ends.
 *   <li>A user listens on some days only (a share of 0.15 to 0.6, weekends more or less by a factor of 0.6 to 1.7); a play on
 *       another day moves back to the nearest listening day, at most a week.
 *   <li>A user has two hours of the day (UTC), the first used for 0.55 to 0.9 of the plays; each day's session starts
 *       around that hour (deviation 30 minutes) and its plays lie within 50 minutes of the start.
 * </ol>
 */
final class DerivedPlays {
    static final int MOST_PLAYS = 8;

    private static final long SEED = 20_200_201L;
    private static final int DAYS = 365;
    private static final int MOST_SHIFT = 7;
    private static final long DAY_SECONDS = Duration.ofDays(1).toSeconds();
    private static final double SESSION_SECONDS = 50 * 60.0;
    private static final double START_DEVIATION = 30 * 60.0;
    /** How usual listening is at each hour of the day. */
    private static final double[] HOURS = {2, 1, 1, 1, 1, 2, 4, 7, 8, 7, 6, 6, 7, 6, 6, 6, 7, 9, 10, 11, 11, 10, 7, 4};

    private final Instant start;
    private final Instant end;

    DerivedPlays(Instant referenceTime) {
        end = referenceTime;
        start = referenceTime.minus(Duration.ofDays(DAYS));
    }

    /** Returns the number of plays that a count becomes. */
    static int playsOf(long count) {
        return Math.min(Long.SIZE - Long.numberOfLeadingZeros(count), MOST_PLAYS);
    }

    /** Returns a user's derived plays in order of time, then id. */
    List<Interaction> plays(long user, List<Listening> listening) {
        Habit habit = Habit.of(user);
        String userId = LastfmImporter.userId(user);
        List<Interaction> plays = new ArrayList<>();
        for (Listening row : listening) {
            Draws draws = new Draws(SEED, user, row.artist());
            double centre = draws.between(0, DAYS);
            double width = draws.between(8, 80);
            int n = playsOf(row.plays());
            for (int k = 0; k < n; k++) {
                Instant at = time(habit, reflected(centre + width * draws.gauss()), draws);
                plays.add(Interaction.of(userId, InteractionType.PLAY, LastfmImporter.artistId(row.artist()))
                        .withId(LastfmImporter.KIND + ":" + user + ":" + row.artist() + ":" + k)
                        .at(at)
                        .withAmount((double) row.plays() / n));
            }
        }
        plays.sort(Comparator.comparing(Interaction::time).thenComparing(Interaction::id));
        return plays;
    }

    private Instant time(Habit habit, int wanted, Draws draws) {
        int day = wanted;
        for (int shift = 1; shift <= MOST_SHIFT && day > 0 && !habit.listens(day, start); shift++) {
            day--;
        }
        double inDay =
                habit.sessionStart(day, draws.next() < habit.firstShare ? 0 : 1) + draws.next() * SESSION_SECONDS;
        long seconds = (long) Math.max(0, Math.min(inDay, DAY_SECONDS - 1.0));
        Instant at = start.plusSeconds(day * DAY_SECONDS + seconds);
        return at.isBefore(end) ? at : end.minusSeconds(1);
    }

    private static int reflected(double day) {
        double period = 2.0 * DAYS;
        double folded = ((day % period) + period) % period;
        double inside = folded < DAYS ? folded : period - folded;
        return (int) Math.min(inside, DAYS - 1.0);
    }

    /** When a user listens. */
    private record Habit(long user, int firstHour, int secondHour, double firstShare, double activity, double weekend) {
        static Habit of(long user) {
            Draws draws = new Draws(SEED, user);
            return new Habit(
                    user,
                    draws.pick(HOURS),
                    draws.pick(HOURS),
                    draws.between(0.55, 0.9),
                    draws.between(0.15, 0.6),
                    draws.between(0.6, 1.7));
        }

        boolean listens(int day, Instant start) {
            int weekday = start.plusSeconds(day * DAY_SECONDS)
                    .atZone(ZoneOffset.UTC)
                    .getDayOfWeek()
                    .getValue();
            return new Draws(SEED, user, day, 1).next() < activity * (weekday >= 6 ? weekend : 1);
        }

        double sessionStart(int day, int slot) {
            int hour = slot == 0 ? firstHour : secondHour;
            return hour * 3600.0 + START_DEVIATION * new Draws(SEED, user, day, 2 + slot).gauss();
        }
    }
}
