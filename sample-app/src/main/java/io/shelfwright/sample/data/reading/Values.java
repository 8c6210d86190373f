package io.shelfwright.sample.data.reading;

/** Reads single values of a row; what cannot be read makes the row bad. */
public final class Values {
    private static final int MOST_DIGITS = 18;

    private Values() {}

    /** Returns a whole number from 1 of at most 18 digits. */
    public static long positive(String text, String what) {
        boolean number =
                !text.isEmpty() && text.length() <= MOST_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
        long value = number ? Long.parseLong(text) : 0;
        if (value < 1) {
            throw new BadRow(what + " is not a positive number", what + " is '" + text + "'");
        }
        return value;
    }

    /** Returns text on one line, without control characters around or within it. */
    public static String text(String text, String what) {
        String clean = line(text);
        if (clean.isEmpty()) {
            throw new BadRow(what + " is empty", what + " is empty");
        }
        return clean;
    }

    /** Returns text on one line, which may be empty. */
    public static String line(String text) {
        return text.replaceAll("[\\p{Cntrl}\\s]+", " ").strip();
    }
}
