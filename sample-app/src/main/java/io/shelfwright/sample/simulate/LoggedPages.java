package io.shelfwright.sample.simulate;

import io.shelfwright.api.HomePage;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.Shelf;
import java.time.Duration;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** Counts what a logging run did; not thread-safe. */
final class LoggedPages {
    private final Map<InteractionType, Integer> reactions = new EnumMap<>(InteractionType.class);
    private final Map<String, Integer> rankers = new TreeMap<>();
    private int pages;
    private int degraded;
    private long cards;
    private long explored;

    void count(HomePage page, List<Interaction> done) {
        pages++;
        degraded += page.degradations().isEmpty() ? 0 : 1;
        rankers.merge(page.ranker(), 1, Integer::sum);
        for (Shelf shelf : page.shelves()) {
            cards += shelf.cards().size();
            explored += shelf.cards().stream().filter(card -> card.explored()).count();
        }
        done.forEach(reaction -> reactions.merge(reaction.type(), 1, Integer::sum));
    }

    int pages() {
        return pages;
    }

    int degraded() {
        return degraded;
    }

    long cards() {
        return cards;
    }

    long explored() {
        return explored;
    }

    int reactions(InteractionType type) {
        return reactions.getOrDefault(type, 0);
    }

    /** Returns the number of pages that each rung of the ladder scored. */
    Map<String, Integer> rankers() {
        return rankers;
    }

    String line(Duration taken) {
        return String.format(
                Locale.ROOT,
                "%,d pages served and logged (%s, %.0f a second): %,d cards, %,d seen, %,d streamed, %,d saved, %,d hidden,"
                        + " %,d skipped",
                pages,
                String.join(", ", rankers.keySet()),
                pages / Math.max(1e-3, taken.toMillis() / 1000.0),
                cards,
                reactions(InteractionType.IMPRESSION),
                reactions(InteractionType.PLAY),
                reactions(InteractionType.SAVE),
                reactions(InteractionType.HIDE),
                reactions(InteractionType.SKIP));
    }
}
