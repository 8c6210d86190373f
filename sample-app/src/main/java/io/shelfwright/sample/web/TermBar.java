package io.shelfwright.sample.web;

import io.shelfwright.api.Explanation.Term;
import java.util.Locale;

/**
 * One term of a score as a bar that grows from the middle, in a chart 200 wide.
 *
 * @param name feature, objective or rule
 * @param value for people, with its sign
 * @param note value of the feature, or the rule's words
 * @param x left end of the bar
 * @param width its width, at least 1
 * @param positive whether it raises the score
 */
record TermBar(String name, String value, String note, String x, String width, boolean positive) {
    private static final double MIDDLE = 100;

    static TermBar of(Term term, double largest) {
        double share =
                largest > 0 && Double.isFinite(term.value()) ? term.value() / largest : Math.signum(term.value());
        double length = Double.isNaN(share) ? 1 : Math.max(1, Math.abs(share) * MIDDLE);
        double left = share < 0 ? MIDDLE - length : MIDDLE;
        return new TermBar(
                term.name(),
                Wording.signed(term.value()),
                term.note(),
                coordinate(left),
                coordinate(length),
                !(share < 0));
    }

    private static String coordinate(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
