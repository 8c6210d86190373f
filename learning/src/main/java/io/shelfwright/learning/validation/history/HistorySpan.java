package io.shelfwright.learning.validation.history;

import io.shelfwright.api.PageRecord;
import io.shelfwright.engine.experience.ExperienceLogReader;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Where the latest part of a log begins: a fifth of its time, at least a day, with at least a day before.
 *
 * @param first time of the first page
 * @param latest from when on pages are the latest
 */
record HistorySpan(Instant first, Instant latest) {
    private static final Duration LEAST = Duration.ofDays(1);
    private static final int PARTS = 5;

    /** Returns the spans of a log, empty where it is too short to be cut. */
    static Optional<HistorySpan> of(ExperienceLogReader log, String fingerprint) {
        Instant[] ends = {Instant.MAX, Instant.MIN};
        log.pages(page -> {
            if (page.schemaFingerprint().equals(fingerprint)) {
                Instant at = page.page().at();
                ends[0] = at.isBefore(ends[0]) ? at : ends[0];
                ends[1] = at.isAfter(ends[1]) ? at : ends[1];
            }
        });
        if (ends[1].isBefore(ends[0])) {
            return Optional.empty();
        }
        Duration length = Duration.between(ends[0], ends[1]);
        Duration part = length.dividedBy(PARTS);
        Duration latest = part.compareTo(LEAST) < 0 ? LEAST : part;
        return length.minus(latest).compareTo(LEAST) < 0
                ? Optional.empty()
                : Optional.of(new HistorySpan(ends[0], ends[1].minus(latest)));
    }

    /** Gives each page once, in the order of the log, and whether it is one of the latest. */
    void pages(ExperienceLogReader log, String fingerprint, BiConsumer<PageRecord, Boolean> consumer) {
        Set<List<String>> seen = new HashSet<>();
        log.pages(page -> {
            if (page.schemaFingerprint().equals(fingerprint)
                    && seen.add(List.of(page.page().userId(), page.page().requestId(), page.cursor()))) {
                consumer.accept(page, !page.page().at().isBefore(latest));
            }
        });
    }
}
