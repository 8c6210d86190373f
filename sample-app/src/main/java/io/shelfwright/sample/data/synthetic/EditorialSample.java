package io.shelfwright.sample.data.synthetic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shelfwright.api.Item;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;

/** Writes a sample of the file in which editors curate shelves. */
final class EditorialSample {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int ITEMS = 10;

    private EditorialSample() {}

    static String text(SyntheticCatalog catalog) throws JsonProcessingException {
        Instant now = SyntheticWorld.REFERENCE_TIME;
        List<Item> newest = catalog.albums.stream()
                .sorted(Comparator.comparing(Item::releasedAt, Comparator.nullsFirst(Comparator.naturalOrder()))
                        .reversed()
                        .thenComparing(Item::id))
                .limit(ITEMS)
                .toList();
        List<Item> night = catalog.playlists.stream()
                .filter(item -> item.title().startsWith("Late Night"))
                .limit(ITEMS)
                .toList();
        List<Item> science = catalog.shows.stream()
                .filter(item ->
                        item.genres().contains("science") || item.genres().contains("history"))
                .limit(ITEMS)
                .toList();
        return "# Synthetic sample: shelves that editors curate. Times are UTC; an empty list of markets means all.\n"
                + "shelves:\n"
                + shelf(
                        "fresh-from-the-desk",
                        "Fresh from the desk",
                        newest,
                        List.of(),
                        now.minus(Duration.ofDays(7)),
                        now.plus(Duration.ofDays(14)),
                        10,
                        1,
                        "New this week, chosen by our editors")
                + shelf(
                        "late-nights",
                        "For late nights",
                        night,
                        List.of("SE", "DE"),
                        now.minus(Duration.ofDays(30)),
                        now.plus(Duration.ofDays(30)),
                        5,
                        -1,
                        "Chosen by our editors for long evenings")
                + shelf(
                        "curious-minds",
                        "For curious minds",
                        science,
                        List.of(),
                        now.minus(Duration.ofDays(30)),
                        now.plus(Duration.ofDays(60)),
                        3,
                        -1,
                        "Shows our editors learn from");
    }

    private static String shelf(
            String id,
            String title,
            List<Item> items,
            List<String> markets,
            Instant starts,
            Instant ends,
            int priority,
            int pinnedRow,
            String reason)
            throws JsonProcessingException {
        StringBuilder text = new StringBuilder();
        text.append("  - id: ").append(id).append('\n');
        text.append("    title: ").append(quoted(title)).append('\n');
        text.append("    reason: ").append(quoted(reason)).append('\n');
        text.append("    items:\n");
        for (Item item : items) {
            text.append("      - ")
                    .append(quoted(item.id()))
                    .append("  # ")
                    .append(item.title())
                    .append('\n');
        }
        if (!markets.isEmpty()) {
            text.append("    markets: [").append(String.join(", ", markets)).append("]\n");
        }
        text.append("    starts: ").append(quoted(starts.toString())).append('\n');
        text.append("    ends: ").append(quoted(ends.toString())).append('\n');
        text.append("    priority: ").append(priority).append('\n');
        if (pinnedRow >= 0) {
            text.append("    pinned-row: ").append(pinnedRow).append('\n');
        }
        return text.toString();
    }

    /** A JSON string is a YAML string too. */
    private static String quoted(String text) throws JsonProcessingException {
        return MAPPER.writeValueAsString(text);
    }
}
