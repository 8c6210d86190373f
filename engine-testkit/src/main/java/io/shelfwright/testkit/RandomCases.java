package io.shelfwright.testkit;

import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Runs a property test on seeded random cases; a failure names the seed that makes it happen again. */
public final class RandomCases {
    private RandomCases() {}

    /**
     * Runs a case for the seeds 0 to {@code cases - 1}.
     *
     * @throws AssertionError that names the seed, with the case's own failure as its cause
     */
    public static void run(int cases, Case body) {
        for (long seed = 0; seed < cases; seed++) {
            runSeed(seed, body);
        }
    }

    /** Runs a case for one seed, such as one that a failure has named. */
    public static void runSeed(long seed, Case body) {
        try {
            body.run(seed, new SplittableRandom(seed));
        } catch (Exception | AssertionError failure) {
            throw new AssertionError("the case of seed " + seed + " failed: " + failure, failure);
        }
    }

    /** A property to check on one random case. */
    @FunctionalInterface
    public interface Case {
        /**
         * Checks the property.
         *
         * @param seed seed of the case
         * @param random generator made from that seed
         */
        void run(long seed, RandomGenerator random) throws Exception;
    }
}
