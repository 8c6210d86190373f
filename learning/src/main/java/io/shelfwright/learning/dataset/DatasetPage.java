package io.shelfwright.learning.dataset;

import java.time.Instant;
import java.util.Comparator;

/**
 * The page that rows of a dataset come from.
 *
 * @param group number of the page in its dataset, from 0, in the order of {@code at}
 * @param userId whose page it was
 * @param requestId of the request, unique for a user
 * @param cursor of the request, empty for a first page
 * @param at time the page was built for
 * @param market market it was built for
 * @param device device class it was built for, the platform
 * @param tier subscription tier of the user, empty where it was not logged
 * @param ranker instance that scored it
 * @param snapshot version that served it
 * @param configHash hash of the configuration that served it
 */
public record DatasetPage(
        int group,
        String userId,
        String requestId,
        String cursor,
        Instant at,
        String market,
        String device,
        String tier,
        String ranker,
        String snapshot,
        String configHash) {
    /** By time, then by what a page is called. */
    static final Comparator<DatasetPage> ORDER = Comparator.comparing(DatasetPage::at)
            .thenComparing(DatasetPage::userId)
            .thenComparing(DatasetPage::requestId)
            .thenComparing(DatasetPage::cursor);

    DatasetPage withGroup(int value) {
        return new DatasetPage(
                value, userId, requestId, cursor, at, market, device, tier, ranker, snapshot, configHash);
    }
}
