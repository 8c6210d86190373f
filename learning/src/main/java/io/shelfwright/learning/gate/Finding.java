package io.shelfwright.learning.gate;

import java.util.Locale;

/**
 * What one check found.
 *
 * @param check name of the check
 * @param outcome what it means for the verdict
 * @param sentence what was found, with the numbers and what is asked for
 */
public record Finding(String check, Outcome outcome, String sentence) {

    /** What a finding means for the verdict. */
    public enum Outcome {
        PASSED,
        /** The candidate is refused. */
        FAILED,
        /** The candidate cannot be blessed. */
        UNSURE,
        /** Worth knowing; decides nothing. */
        NOTE;

        /** Returns the word for reports. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
