package io.shelfwright.spi;

/** Changes utilities in log space; skipped, and reported, when it fails. */
public interface ScoreRule extends AutoCloseable {

    /** Adds log factors to those candidates whose utility should change; it has an effect as a whole or not at all. */
    void adjust(CandidateBatch candidates, Adjustments adjustments);

    @Override
    default void close() {}

    /** Where a score rule says what changes. */
    interface Adjustments {
        /** Returns the utility before this rule. */
        double utility(int candidate);

        /**
         * Multiplies a candidate's utility by {@code exp(logFactor)}; a negative utility is divided by it, so that a
         * penalty never raises anything.
         *
         * @param logFactor finite; negative is a penalty
         * @param reason for people, one short clause; shown by explain
         */
        void add(int candidate, double logFactor, String reason);
    }
}
