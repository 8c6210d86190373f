package io.shelfwright.spi;

/** Drops candidates for quality or taste; skipped, and reported, when it fails. */
public interface FilterRule extends AutoCloseable {

    /** Drops those candidates that should not be shown; what is not dropped stays. */
    void filter(CandidateBatch candidates, Drops drops);

    @Override
    default void close() {}

    /** Where a filter says which candidates go. */
    @FunctionalInterface
    interface Drops {
        /**
         * Drops a candidate.
         *
         * @param reason for people, one short clause; shown by explain
         */
        void drop(int candidate, String reason);
    }
}
