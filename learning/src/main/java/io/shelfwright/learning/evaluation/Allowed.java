package io.shelfwright.learning.evaluation;

import java.util.function.DoublePredicate;

/** Which numbers a column of a file may hold. */
enum Allowed implements DoublePredicate {
    SCORE("a finite number", Double::isFinite),
    PROBABILITY("a probability, 0 to 1", value -> value >= 0 && value <= 1),
    AMOUNT("a number from 0 upwards", value -> value >= 0 && Double.isFinite(value)),
    SHARE("a number above 0 and at most 1", value -> value > 0 && value <= 1),
    AGE(
            "a number of days, or nothing where it is not known",
            value -> value > Double.NEGATIVE_INFINITY || Double.isNaN(value));

    private final String words;
    private final DoublePredicate test;

    Allowed(String words, DoublePredicate test) {
        this.words = words;
        this.test = test;
    }

    String words() {
        return words;
    }

    @Override
    public boolean test(double value) {
        return test.test(value);
    }
}
