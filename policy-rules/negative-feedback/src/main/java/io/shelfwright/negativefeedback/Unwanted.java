package io.shelfwright.negativefeedback;

/**
 * One target that a user wants less of.
 *
 * @param reason for people, such as {@code hidden by you on 2024-04-30}
 * @param ageDays days since the latest feedback about it, at least 0
 * @param maskDays days for which it is dropped
 */
record Unwanted(String reason, double ageDays, double maskDays) {
    boolean isMasked() {
        return ageDays < maskDays;
    }

    /** Returns days since it is no longer dropped, 0 while it is. */
    double fadingDays() {
        return isMasked() ? 0 : ageDays - maskDays;
    }
}
