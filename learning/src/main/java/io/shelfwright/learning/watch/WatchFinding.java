package io.shelfwright.learning.watch;

import java.util.Locale;

/**
 * One measure of a window.
 *
 * @param check {@code prediction-drift}, {@code feature-drift}, {@code missing}, {@code calibration} or {@code propensity}
 * @param subject feature, or what else it is about
 * @param value what was measured
 * @param limit from which it is too far
 */
public record WatchFinding(String check, String subject, double value, double limit) {
    /** Returns whether it is too far. */
    public boolean bad() {
        return value > limit;
    }

    /** Returns whether it is well within the limit. */
    boolean clear() {
        return value <= limit / 2;
    }

    String key() {
        return check + " " + subject;
    }

    /** Returns a sentence for people. */
    public String sentence() {
        return String.format(Locale.ROOT, "%s of %s: %.4g, limit %.4g", check, subject, value, limit);
    }
}
