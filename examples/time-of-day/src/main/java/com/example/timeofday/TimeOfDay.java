package com.example.timeofday;

import io.shelfwright.spi.CandidateGenerator;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.Evidence;
import io.shelfwright.spi.InstanceContext;
import io.shelfwright.spi.ItemList;
import io.shelfwright.spi.Proposal;
import io.shelfwright.spi.RecallRequest;
import io.shelfwright.spi.ShelfSpec;
import io.shelfwright.spi.Shortlist;
import java.util.ArrayList;
import java.util.List;

/**
 * Proposes items of chosen genres during some hours, those the listener likes and many play first; nothing at other hours.
 *
 * <p>An item's score is its popularity in the market times {@code 1 + share}, where the share is the listener's of the item's
 * most-heard chosen genre.
 */
final class TimeOfDay implements CandidateGenerator {
    private final TimeOfDaySettings settings;
    private final Catalog catalog;
    private final int[] items;
    private final Evidence why;

    /** Looks for the items once: the catalog stays as it is for as long as this instance lives. */
    TimeOfDay(TimeOfDaySettings settings, InstanceContext context) {
        this.settings = settings;
        catalog = context.catalog();
        items = settings.genres().stream()
                .map(catalog::itemsOfGenre)
                .flatMapToInt(ItemList::stream)
                .distinct()
                .toArray();
        why = Evidence.of("time-of-day", settings.reason());
    }

    @Override
    public List<Proposal> propose(RecallRequest request) {
        if (!settings.covers(request.context().hour())) {
            return List.of();
        }
        String market = request.context().market();
        List<Proposal> proposals = new ArrayList<>();
        for (ShelfSpec shelf : request.shelves()) {
            Shortlist best = new Shortlist(catalog, request, shelf);
            for (int item : items) {
                best.offer(item, catalog.statistics().popularity(market, item) * (1 + liking(item, request)));
            }
            proposals.addAll(best.proposals(item -> why));
        }
        return proposals;
    }

    private double liking(int item, RecallRequest request) {
        double most = 0;
        for (String genre : catalog.item(item).genres()) {
            if (settings.genres().contains(genre)) {
                most = Math.max(most, request.user().genreShare(genre));
            }
        }
        return most;
    }
}
