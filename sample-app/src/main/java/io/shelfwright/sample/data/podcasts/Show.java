package io.shelfwright.sample.data.podcasts;

import com.fasterxml.jackson.databind.JsonNode;
import io.shelfwright.sample.data.reading.BadRow;
import io.shelfwright.sample.data.reading.Values;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A show as Apple's popular pages list it; text is empty and numbers are NaN where the page did not tell.
 *
 * @param id iTunes id, read from the link
 * @param slug the words of the link
 * @param title name of the show
 * @param producer who makes it
 * @param genre genre of the page it was listed on
 * @param description free text
 * @param rating mean stars, 1..5
 * @param reviews number of ratings
 */
record Show(
        long id,
        String slug,
        String title,
        String producer,
        String genre,
        String description,
        double rating,
        double reviews) {

    private static final Pattern LINK = Pattern.compile("^https?://[^/]+/.*?([^/]*)/id([0-9]{1,18})(?:[?#].*)?$");
    /** Number of ratings that counts as the most popular a show can be. */
    private static final double MANY_REVIEWS = 200_000;

    static Show of(JsonNode entry) {
        if (!entry.isObject()) {
            throw new BadRow("not an object", "the entry is " + entry.getNodeType());
        }
        String link = text(entry, "link");
        Matcher matcher = LINK.matcher(link);
        if (!matcher.matches()) {
            throw new BadRow(
                    "link without an id", "link is '" + link + "', expected https://.../id followed by digits");
        }
        return new Show(
                Values.positive(matcher.group(2), "id in the link"),
                matcher.group(1),
                text(entry, "title"),
                text(entry, "producer"),
                text(entry, "genre"),
                text(entry, "description"),
                number(entry, "rating", 1, 5),
                number(entry, "num_reviews", 0, 1e12));
    }

    /** Returns the title that the words of the link spell: the only name left where the page gave none. */
    String titleOfLink() {
        String words = slug.replace('-', ' ').strip();
        return words.isEmpty() ? "" : Character.toUpperCase(words.charAt(0)) + words.substring(1);
    }

    /**
     * Returns popularity 0..1 on a log scale of the number of ratings, 200,000 being 1, times 0.5 to 1 by the stars; NaN
     * where either is unknown.
     */
    double popularity() {
        double size = StrictMath.log1p(reviews) / StrictMath.log1p(MANY_REVIEWS);
        return Math.min(1, size) * (0.5 + 0.5 * (rating - 1) / 4);
    }

    private static String text(JsonNode entry, String name) {
        String text = Values.line(entry.path(name).asText(""));
        return text.equals("NA") ? "" : text;
    }

    /** Returns a number that may be written as a number or as text; NaN where it says NA. */
    private static double number(JsonNode entry, String name, double min, double max) {
        String text = text(entry, name);
        if (text.isEmpty()) {
            return Double.NaN;
        }
        double value;
        try {
            value = Double.parseDouble(text);
        } catch (NumberFormatException e) {
            value = Double.NaN;
        }
        if (!(value >= min && value <= max)) {
            throw new BadRow("malformed " + name, name + " is '" + text + "'");
        }
        return value;
    }
}
