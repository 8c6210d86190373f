package io.shelfwright.learning.whatif;

/** What is independent of each other, and so is what an interval counts. */
public enum Unit {
    /** Pages of one user are alike; the default. */
    USER,
    /** Every page for itself. */
    REQUEST;

    String of(WeighedPage page) {
        return this == USER ? page.userId() : page.userId() + "\u0000" + page.requestId();
    }
}
