package io.shelfwright.learning.validation.source;

import io.shelfwright.api.BadRequestException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * A stretch of time.
 *
 * @param from its beginning
 * @param until its end, which is not in it
 */
public record Span(Instant from, Instant until) {
    /** All time. */
    public static final Span ALL = new Span(Instant.MIN, Instant.MAX);

    public Span {
        if (!from.isBefore(until)) {
            throw new BadRequestException("a span from " + from + " until " + until + " holds nothing");
        }
    }

    boolean includes(Instant time) {
        return !time.isBefore(from) && time.isBefore(until);
    }

    /** Returns the stretch of the same length just before. */
    public Span before() {
        Duration length = Duration.between(from, until);
        return new Span(from.minus(length), from);
    }

    /**
     * Reads a day ({@code 2024-05-01}), days ({@code 2024-05-01/2024-05-07}, both in it) or instants ({@code A/B}, B not in it), in UTC.
     *
     * @throws BadRequestException if it is none
     */
    public static Span parse(String text) {
        try {
            String[] parts = text.strip().split("/", -1);
            if (parts.length > 2) {
                throw new DateTimeException("more than one '/'");
            }
            String last = parts[parts.length - 1];
            return new Span(
                    parts[0].contains("T") ? Instant.parse(parts[0]) : start(LocalDate.parse(parts[0])),
                    last.contains("T")
                            ? Instant.parse(last)
                            : start(LocalDate.parse(last).plusDays(1)));
        } catch (DateTimeException e) {
            throw new BadRequestException("'" + text + "' is no span (" + e.getMessage()
                    + "); allowed are a day as 2024-05-01, days as 2024-05-01/2024-05-07, or instants as"
                    + " 2024-05-01T00:00:00Z/2024-05-01T12:00:00Z");
        }
    }

    private static Instant start(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }
}
