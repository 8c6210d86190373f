package io.shelfwright.learning;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/**
 * The rows of a page before the dataset knows its weights' mean and its objectives.
 *
 * @param at time of the page
 * @param key user and request
 * @param cursor of the request
 * @param rows in reading order
 */
record PageRows(Instant at, PageKey key, String cursor, List<RawRow> rows) {
    /** The order of a dataset: that of a log may depend on which thread wrote first. */
    static final Comparator<PageRows> ORDER = Comparator.comparing(PageRows::at)
            .thenComparing((PageRows page) -> page.key().userId())
            .thenComparing(page -> page.key().requestId())
            .thenComparing(PageRows::cursor);

    /**
     * A row with the labels of all objectives and its weight as it was computed.
     */
    @SuppressWarnings("ArrayRecordComponent") // columns of numbers, compared by nobody
    record RawRow(
            String shelfKind, float[] features, float[] labels, double weight, double liveScore, boolean explored) {}
}
