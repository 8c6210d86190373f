package io.shelfwright.engine.userstate;

import java.time.Instant;

/**
 * Weighs events by their age: half of it is left after every half-life.
 *
 * <p>Weights are relative to a reference time, the last event; nothing fades below 2^-900, so that sums can be divided by
 * any weight. {@link StrictMath} gives the same bits on every machine.
 */
final class Decay {
    static final double LISTENING_HALF_LIFE = days(60);
    static final double IMPRESSION_HALF_LIFE = days(7);

    private static final double LOG_2 = StrictMath.log(2);
    private static final double OLDEST = -900;

    private final double halfLife;
    private final double reference;
    private double lastTime = Double.NaN;
    private double lastWeight;

    Decay(double halfLife, double reference) {
        this.halfLife = halfLife;
        this.reference = reference;
    }

    /** Returns the weight of an event at a time; 1 at the reference time and after it. */
    double weight(double time) {
        if (time != lastTime) {
            lastTime = time;
            lastWeight = factor(time - reference, halfLife);
        }
        return lastWeight;
    }

    /** Returns the weight of something that is some seconds from the reference: below 1 before it, 1 from there on. */
    static double factor(double secondsFromReference, double halfLife) {
        return secondsFromReference >= 0
                ? 1
                : StrictMath.exp(Math.max(OLDEST, secondsFromReference / halfLife) * LOG_2);
    }

    static double seconds(Instant time) {
        return time.getEpochSecond() + time.getNano() * 1e-9;
    }

    private static double days(int days) {
        return days * 86_400.0;
    }
}
