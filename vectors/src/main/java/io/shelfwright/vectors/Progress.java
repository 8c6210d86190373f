package io.shelfwright.vectors;

/** Hears how a training goes; called by one thread at a time. */
@FunctionalInterface
public interface Progress {
    /** Hears nothing. */
    Progress NONE = (step, done, total, value) -> {};

    /**
     * Hears that a part of a step is done.
     *
     * @param step what is being done, such as {@code ials}
     * @param done parts done, from 1
     * @param total parts in all, 0 where that is not known
     * @param value what is being made better, such as the loss or a metric; NaN where there is none
     */
    void report(String step, int done, int total, double value);
}
