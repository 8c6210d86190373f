package io.shelfwright.learning.offpolicy;

import java.util.function.DoublePredicate;

/**
 * A column of numbers and what is allowed in it.
 *
 * @param name in the header
 * @param allowed whether a finite number may stand there
 * @param rule the same in words
 */
record Column(String name, DoublePredicate allowed, String rule) {
    private static final double LARGEST_WHOLE = 1L << 53;

    static Column number(String name) {
        return new Column(name, value -> true, "a finite number");
    }

    /** A probability that something was drawn with: it happened, so it is not 0. */
    static Column propensity(String name) {
        return new Column(name, value -> value > 0 && value <= 1, "a probability above 0 and at most 1");
    }

    static Column probability(String name) {
        return new Column(name, value -> value >= 0 && value <= 1, "a probability from 0 to 1");
    }

    static Column index(String name) {
        return new Column(
                name,
                value -> value >= 0 && value <= LARGEST_WHOLE && value == Math.rint(value),
                "a whole number from 0");
    }
}
