package io.shelfwright.editorial;

import io.shelfwright.api.Item;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.nodes.MappingNode;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads one shelf of the file. */
final class ShelfReader {
    private static final String DEFAULT_REASON = "Chosen by our editors";
    private static final Pattern MARKET = Pattern.compile("[A-Z]{2}");
    private static final int MAX_ID_LENGTH = 512;
    private static final int MAX_CARDS = 500;
    private static final int MAX_ROW = 1_000;
    private static final int MAX_PRIORITY = 1_000_000;

    private final Predicate<String> inCatalog;
    private final Problems problems;
    private final Problems warnings;

    ShelfReader(Predicate<String> inCatalog, Problems problems, Problems warnings) {
        this.inCatalog = inCatalog;
        this.problems = problems;
        this.warnings = warnings;
    }

    EditorialShelf read(MappingNode node) {
        Fields fields = new Fields(node, Keys.OF_SHELF, problems);
        String id = fields.required(Keys.ID);
        String title = fields.required(Keys.TITLE);
        if (id.length() > MAX_ID_LENGTH) {
            problems.add(
                    fields.place(Keys.ID), "'id' has " + id.length() + " characters; allowed are " + MAX_ID_LENGTH);
        }
        List<String> items = items(fields, Fields.shortened(id));
        Instant starts = fields.time(Keys.STARTS, false);
        Instant ends = fields.time(Keys.ENDS, true);
        if (starts != null && ends != null && !ends.isAfter(starts)) {
            problems.add(fields.place(Keys.ENDS), "'ends' is not after 'starts'; the shelf would never be shown");
        }
        int minCards = fields.number(Keys.MIN_CARDS, 1, 1, MAX_CARDS);
        int maxCards =
                fields.number(Keys.MAX_CARDS, Math.max(minCards, Math.min(items.size(), MAX_CARDS)), 1, MAX_CARDS);
        if (maxCards < minCards) {
            problems.add(
                    fields.place(Keys.MAX_CARDS), "'max-cards' " + maxCards + " is less than 'min-cards' " + minCards);
        }
        if (!items.isEmpty() && items.size() < minCards) {
            problems.add(
                    fields.place(Keys.MIN_CARDS),
                    "'min-cards' is " + minCards + ", but the shelf has only " + items.size() + " items");
        }
        return new EditorialShelf(
                id,
                title,
                items,
                markets(fields),
                starts,
                ends,
                fields.number(Keys.PRIORITY, 0, -MAX_PRIORITY, MAX_PRIORITY),
                fields.number(Keys.PINNED_ROW, -1, 0, MAX_ROW),
                minCards,
                maxCards,
                fields.text(Keys.REASON, DEFAULT_REASON));
    }

    private List<String> items(Fields fields, String shelf) {
        Set<String> items = new LinkedHashSet<>();
        List<ScalarNode> written = fields.list(Keys.ITEMS);
        for (ScalarNode entry : written) {
            String item = entry.getValue().strip();
            if (item.length() > MAX_ID_LENGTH) {
                problems.add(entry, "an item id has " + item.length() + " characters; allowed are " + MAX_ID_LENGTH);
            } else if (!items.add(item)) {
                problems.add(entry, "the item '" + Fields.shortened(item) + "' is named twice");
            } else if (!inCatalog.test(item)) {
                warnings.add(
                        entry,
                        "shelf '" + shelf + "' names the item '" + Fields.shortened(item)
                                + "', which the catalog does not hold; its card is left out");
            }
        }
        if (written.isEmpty()) {
            problems.add(fields.place(Keys.ITEMS), "the shelf has no items; list at least one id under 'items'");
        }
        return List.copyOf(items);
    }

    private Set<String> markets(Fields fields) {
        Set<String> markets = new LinkedHashSet<>();
        List<ScalarNode> written = fields.list(Keys.MARKETS);
        for (ScalarNode entry : written) {
            String market = entry.getValue().strip();
            if (!market.equals(Item.EVERYWHERE) && !MARKET.matcher(market).matches()) {
                problems.add(
                        entry,
                        "the market '" + Fields.shortened(market)
                                + "' is not a country of two capital letters, such as SE");
            }
            markets.add(market);
        }
        if (written.isEmpty() && fields.node(Keys.MARKETS) != null) {
            problems.add(fields.place(Keys.MARKETS), "'markets' names none; leave the key out for all markets");
        }
        return markets.isEmpty() ? Set.of(Item.EVERYWHERE) : markets;
    }
}
