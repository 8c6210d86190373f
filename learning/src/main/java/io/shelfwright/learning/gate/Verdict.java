package io.shelfwright.learning.gate;

import java.util.Locale;

/** What the gate says of a candidate. */
public enum Verdict {
    /** It is shown to be better, and nothing speaks against it. */
    BLESSED,
    /** Something is shown to be wrong with it. */
    REFUSED,
    /** Neither is shown: more data may tell. */
    INCONCLUSIVE;

    /** Returns the word for reports. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
