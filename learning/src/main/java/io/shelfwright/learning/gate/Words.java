package io.shelfwright.learning.gate;

import java.util.Locale;

/** Numbers as sentences show them. */
final class Words {
    private Words() {}

    static String signed(double value) {
        return String.format(Locale.ROOT, "%+.5f", value);
    }

    static String number(double value) {
        return value == Math.rint(value) && Math.abs(value) < 1e15
                ? String.format(Locale.ROOT, "%,d", (long) value)
                : String.format(Locale.ROOT, "%.5g", value);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.4g %%", 100 * share);
    }
}
