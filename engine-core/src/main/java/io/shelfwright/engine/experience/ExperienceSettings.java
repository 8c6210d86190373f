package io.shelfwright.engine.experience;

import java.time.Duration;

/**
 * How the stage hands records to its sinks.
 *
 * @param batch most records between two flushes, at least 1
 * @param flushAfter longest time a record waits for others before it is flushed
 * @param tries how often a batch is given to a sink before its records go to the dead letters, at least 1
 * @param firstPause wait after the first failure; it doubles with each further one
 * @param longestPause the wait grows no further
 * @param closeLimit how long closing waits for a sink that fails or hangs
 */
public record ExperienceSettings(
        int batch, Duration flushAfter, int tries, Duration firstPause, Duration longestPause, Duration closeLimit) {

    /** 256 records or 100 ms, 4 tries with pauses from 50 ms to 5 s, 30 s for closing. */
    public static final ExperienceSettings DEFAULT = new ExperienceSettings(
            256, Duration.ofMillis(100), 4, Duration.ofMillis(50), Duration.ofSeconds(5), Duration.ofSeconds(30));

    public ExperienceSettings {
        if (batch < 1 || tries < 1) {
            throw new IllegalArgumentException(
                    "batch is " + batch + " and tries is " + tries + "; allowed are numbers from 1");
        }
        if (flushAfter.isNegative() || firstPause.isNegative() || longestPause.compareTo(firstPause) < 0) {
            throw new IllegalArgumentException("flush-after is " + flushAfter + ", pauses are " + firstPause + " to "
                    + longestPause + "; allowed are times from 0, the longest pause not below the first");
        }
    }

    /** Returns the wait after the n-th failure in a row, n from 1. */
    Duration pause(int failures) {
        Duration pause = firstPause.multipliedBy(1L << Math.min(failures - 1, 20));
        return pause.compareTo(longestPause) > 0 ? longestPause : pause;
    }
}
