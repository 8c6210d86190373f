package io.shelfwright.engine.userstate;

import java.time.Instant;

/**
 * Weighs events by their time: half as much with every half-life that an event is older.
 *
 * <p>Forward decay: a weight depends on the event's own time only, relative to the end of the span of 32 half-lives that
 * holds it, so that a sum grows by an addition and is never touched again as time goes by (Cormode et al., Forward Decay,
 * 2009). Weights of different spans differ by a power of two, which is exact. {@link StrictMath} gives the same bits on
 * every machine.
 */
final class Decay {
    static final Decay LISTENING = new Decay(60);
    static final Decay IMPRESSIONS = new Decay(7);

    /** Half-lives in a span. */
    static final int SPAN = 32;

    private static final double LOG_2 = StrictMath.log(2);

    private final double halfLife;
    private final long spanSeconds;

    private Decay(int days) {
        halfLife = days * 86_400.0;
        spanSeconds = SPAN * days * 86_400L;
    }

    /** Returns the weight of an event at a time. */
    Moment moment(Instant time) {
        long span = Math.floorDiv(time.getEpochSecond(), spanSeconds);
        return new Moment(span, StrictMath.exp((position(time) - SPAN) * LOG_2));
    }

    /** Returns how many seconds later an event weighs so many times as much. */
    long secondsUntil(double times) {
        return (long) (halfLife * StrictMath.log(times) / LOG_2);
    }

    /** Returns how many half-lives of its span have passed at a time, 0 to 32. */
    private double position(Instant time) {
        return (Math.floorMod(time.getEpochSecond(), spanSeconds) + time.getNano() * 1e-9) / halfLife;
    }

    /**
     * A time's weight.
     *
     * @param span number of the span that holds it
     * @param weight 2^-32 to 1
     */
    record Moment(long span, double weight) {}
}
