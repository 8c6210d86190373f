package io.shelfwright.sample.simulate;

import java.time.Duration;

/**
 * What the pages of one policy are worth.
 *
 * @param policy its name
 * @param pages number of pages
 * @param utilities expected utility a page, one mean a listener
 * @param streams expected streams a page, one mean a listener
 * @param taken time for all pages
 */
@SuppressWarnings("ArrayRecordComponent") // columns of a table, compared by nobody
record PolicyPages(String policy, int pages, double[] utilities, double[] streams, Duration taken) {

    Interval utility() {
        return Interval.of(utilities);
    }

    Interval streamsOfPage() {
        return Interval.of(streams);
    }

    /** Returns how much more a page of this policy is worth than one of another. */
    Interval gainOver(PolicyPages other) {
        return Interval.ofDifferences(utilities, other.utilities);
    }

    double pagesPerSecond() {
        return pages / Math.max(1e-3, taken.toNanos() / 1e9);
    }
}
