package io.shelfwright.learning.evaluation;

/** Which numbers a column of a file may hold. */
enum Allowed {
    SCORE("a finite number"),
    PROBABILITY("a probability, 0 to 1"),
    AMOUNT("a number from 0 upwards"),
    SHARE("a number above 0 and at most 1"),
    AGE("a number of days, or nothing where it is not known");

    private final String words;

    Allowed(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    /** Returns whether the column may hold a number; what was no number at all comes as minus infinity. */
    boolean test(double value) {
        return switch (this) {
            case SCORE -> Double.isFinite(value);
            case PROBABILITY -> value >= 0 && value <= 1;
            case AMOUNT -> value >= 0 && Double.isFinite(value);
            case SHARE -> value > 0 && value <= 1;
            case AGE -> Double.isNaN(value) || Double.isFinite(value);
        };
    }
}
