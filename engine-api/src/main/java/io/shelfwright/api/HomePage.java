package io.shelfwright.api;

import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A personalised home page.
 *
 * <p>Everything but {@link #timing()} is a pure function of snapshot, user state, configuration, request, time and seed.
 *
 * @param requestId id of the request
 * @param userId whose page it is
 * @param at the time it was built for
 * @param seed seed of every random draw
 * @param snapshot version of the snapshot it was built from
 * @param configHash hash of the configuration it was built with, then {@code -} and a hash of the plugins' versions
 * @param stateVersion version of the user's state it was built from
 * @param ranker rung of the ladder that scored it
 * @param degradations what made it less than it should be; empty for a good page
 * @param shelves in order of rows
 * @param cursor continues this page, empty when there is nothing more
 * @param timing time spent in each stage, in the order of the stages
 */
public record HomePage(
        String requestId,
        String userId,
        Instant at,
        long seed,
        String snapshot,
        String configHash,
        long stateVersion,
        String ranker,
        List<Degradation> degradations,
        List<Shelf> shelves,
        String cursor,
        Map<String, Duration> timing) {

    public HomePage {
        degradations = List.copyOf(degradations);
        shelves = List.copyOf(shelves);
        timing = Collections.unmodifiableMap(new LinkedHashMap<>(timing));
    }

    /** Returns the card of an item, if it is on the page. */
    public Optional<Card> card(String itemId) {
        for (Shelf shelf : shelves) {
            for (Card card : shelf.cards()) {
                if (card.itemId().equals(itemId)) {
                    return Optional.of(card);
                }
            }
        }
        return Optional.empty();
    }

    public Optional<Shelf> shelf(String shelfId) {
        return shelves.stream().filter(shelf -> shelf.id().equals(shelfId)).findFirst();
    }

    /** Returns the number of cards on the page. */
    public int cardCount() {
        int count = 0;
        for (Shelf shelf : shelves) {
            count += shelf.cards().size();
        }
        return count;
    }
}
