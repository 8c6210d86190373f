package io.shelfwright.engine.userstate;

import io.shelfwright.spi.ItemHistory;
import java.time.Instant;

/** When a user listens: by part of the week, hour and weekday, decayed, in UTC; used by one fold at a time. */
final class Habits {
    static final int HOURS = 24;
    static final int WEEKDAYS = 7;

    private static final int DAY = 86_400;
    private static final int HOUR = 3_600;
    private static final int FIRST_HOUR = ItemHistory.DAYPARTS;
    private static final int FIRST_WEEKDAY = FIRST_HOUR + HOURS;

    private final double[] sums;
    private long span;

    Habits() {
        this(new double[FIRST_WEEKDAY + WEEKDAYS], 0);
    }

    private Habits(double[] sums, long span) {
        this.sums = sums;
        this.span = span;
    }

    Habits copy() {
        return new Habits(sums.clone(), span);
    }

    void add(Instant time, double amount, Decay.Moment moment) {
        if (moment.span() != span) {
            for (int i = 0; i < sums.length; i++) {
                sums[i] = new FadingSum(sums[i], span).in(moment.span());
            }
            span = moment.span();
        }
        double listening = amount * moment.weight();
        sums[daypart(time)] += listening;
        sums[FIRST_HOUR + (int) Math.floorMod(time.getEpochSecond(), (long) DAY) / HOUR] += listening;
        sums[FIRST_WEEKDAY + weekday(time)] += listening;
    }

    double daypartShare(int daypart) {
        return share(daypart, 0, FIRST_HOUR);
    }

    double hourShare(int hour) {
        return share(FIRST_HOUR + hour, FIRST_HOUR, FIRST_WEEKDAY);
    }

    /** Returns the share of a weekday, 0 (Monday) to 6. */
    double weekdayShare(int weekday) {
        return share(FIRST_WEEKDAY + weekday, FIRST_WEEKDAY, sums.length);
    }

    private double share(int index, int from, int to) {
        if (index < from || index >= to) {
            throw new IndexOutOfBoundsException("part " + (index - from) + " of " + (to - from));
        }
        double total = 0;
        for (int i = from; i < to; i++) {
            total += sums[i];
        }
        return total > 0 ? sums[index] / total : 0;
    }

    /** Returns what {@link ItemHistory#daypart} returns in UTC, without making a calendar of every play. */
    static int daypart(Instant time) {
        int quarter = (int) Math.floorMod(time.getEpochSecond(), (long) DAY) / (DAY / 4);
        return weekday(time) >= 5 ? quarter + 4 : quarter;
    }

    private static int weekday(Instant time) {
        // 1 January 1970 was a Thursday, day 3 of a week that begins with Monday as 0.
        return (int) Math.floorMod(Math.floorDiv(time.getEpochSecond(), (long) DAY) + 3, 7L);
    }
}
