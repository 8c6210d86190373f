package io.shelfwright.sample.web;

import io.shelfwright.api.Explanation.Outcome;
import io.shelfwright.api.HomePage;
import io.shelfwright.api.ItemKind;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** Says names and numbers of the engine in words for people. */
final class Wording {
    private static final double NANOS_PER_MILLI = 1e6;

    private Wording() {}

    /** Returns {@code Podcast show} for {@code podcast-show}, also for kinds that a team added. */
    static String kind(ItemKind kind) {
        String words = kind.name().replace('-', ' ');
        return words.substring(0, 1).toUpperCase(Locale.ROOT) + words.substring(1);
    }

    static String name(String label) {
        return label.split(" - ", -1)[0];
    }

    static List<String> details(String label) {
        List<String> parts = List.of(label.split(" - ", -1));
        return parts.subList(1, parts.size());
    }

    static String outcome(Outcome outcome) {
        return switch (outcome) {
            case NOT_IN_CATALOG -> "Not in the catalog";
            case NOT_PROPOSED -> "Not proposed";
            case DROPPED_BY_SAFETY -> "Dropped by a safety filter";
            case DROPPED_BY_RULE -> "Dropped by a rule";
            case CUT_BEFORE_RANKING -> "Cut before ranking";
            case NOT_PLACED -> "Ranked, not placed";
            case SHOWN -> "On the page";
        };
    }

    static String milliseconds(Duration duration) {
        return String.format(Locale.ROOT, "%.1f ms", duration.toNanos() / NANOS_PER_MILLI);
    }

    static String total(HomePage page) {
        Duration total = Duration.ZERO;
        for (Duration stage : page.timing().values()) {
            total = total.plus(stage);
        }
        return milliseconds(total);
    }

    /** Returns a number with a few significant digits, never in scientific notation where people can do without. */
    static String number(double value) {
        if (Double.isNaN(value)) {
            return "unknown";
        }
        if (Double.isInfinite(value)) {
            return value > 0 ? "∞" : "−∞";
        }
        double size = Math.abs(value);
        String digits = size >= 100 ? "%.0f" : size >= 1 ? "%.2f" : size >= 0.001 || size == 0 ? "%.3f" : "%.1e";
        return String.format(Locale.ROOT, digits, value).replace('-', '−');
    }

    static String signed(double value) {
        return value > 0 ? "+" + number(value) : number(value);
    }
}
