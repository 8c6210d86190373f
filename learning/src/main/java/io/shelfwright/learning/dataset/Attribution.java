package io.shelfwright.learning.dataset;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import java.io.Serializable;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How long after a page was served an interaction with one of its cards still belongs to it, by type of interaction.
 *
 * @param usual positive; the window of every type without one of its own
 * @param windows positive; those of single types
 */
public record Attribution(Duration usual, Map<InteractionType, Duration> windows) implements Serializable {
    private static final Pattern TIME = Pattern.compile("(\\d{1,9})(s|m|h|d)");

    /** A day for everything. */
    public static final Attribution DEFAULT = of(Duration.ofHours(24));

    public Attribution {
        windows = new EnumMap<>(windows.isEmpty() ? new EnumMap<>(InteractionType.class) : windows);
        List<Duration> all = new ArrayList<>(windows.values());
        all.add(usual);
        for (Duration window : all) {
            if (window.isNegative() || window.isZero()) {
                throw new IllegalArgumentException("attribution is " + window + "; allowed is a positive time");
            }
        }
    }

    /** Returns one window for everything. */
    public static Attribution of(Duration usual) {
        return new Attribution(usual, Map.of());
    }

    /**
     * Reads windows such as {@code 24h} for everything and {@code save=7d} for one type; units are s, m, h and d.
     *
     * @throws BadRequestException naming what is wrong and what is allowed
     */
    public static Attribution parse(List<String> words) {
        Duration usual = DEFAULT.usual();
        Map<InteractionType, Duration> windows = new EnumMap<>(InteractionType.class);
        for (String word : words) {
            int equals = word.indexOf('=');
            if (equals < 0) {
                usual = time(word, word);
            } else {
                windows.put(type(word, word.substring(0, equals)), time(word, word.substring(equals + 1)));
            }
        }
        return new Attribution(usual, windows);
    }

    /** Returns the window of a type. */
    public Duration window(InteractionType type) {
        return windows.getOrDefault(type, usual);
    }

    /** Returns whether an interaction with a card of a page that was served then belongs to the page. */
    boolean holds(Instant served, Interaction interaction) {
        Duration after = Duration.between(served, interaction.time());
        return !after.isNegative() && after.compareTo(window(interaction.type())) <= 0;
    }

    /** Returns what {@link #parse} reads. */
    public List<String> words() {
        List<String> words = new ArrayList<>();
        words.add(usual.toSeconds() + "s");
        windows.forEach(
                (type, window) -> words.add(type.name().toLowerCase(Locale.ROOT) + "=" + window.toSeconds() + "s"));
        return words;
    }

    private static InteractionType type(String word, String name) {
        for (InteractionType type : InteractionType.values()) {
            if (type.name().equalsIgnoreCase(name)) {
                return type;
            }
        }
        throw new BadRequestException("attribution '" + word + "' names no type of interaction; allowed are "
                + List.of(InteractionType.values()).toString().toLowerCase(Locale.ROOT));
    }

    private static Duration time(String word, String text) {
        Matcher matcher = TIME.matcher(text);
        if (!matcher.matches() || Long.parseLong(matcher.group(1)) == 0) {
            throw new BadRequestException("attribution '" + word
                    + "' is no time; allowed are a positive number and one of s, m, h and d, such as 24h or save=7d");
        }
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "s" -> Duration.ofSeconds(number);
            case "m" -> Duration.ofMinutes(number);
            case "h" -> Duration.ofHours(number);
            default -> Duration.ofDays(number);
        };
    }
}
