package com.example.language;

import io.shelfwright.spi.CandidateGenerator;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.Evidence;
import io.shelfwright.spi.Proposal;
import io.shelfwright.spi.RecallRequest;
import io.shelfwright.spi.ShelfSpec;
import io.shelfwright.spi.Shortlist;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Proposes items in the language of the user's profile, the most popular in the market first. */
final class OwnLanguageGenerator implements CandidateGenerator {
    private static final Evidence WHY = Evidence.of("own-language", "Popular in your language");

    private final Catalog catalog;
    private final Map<String, List<Integer>> itemsByLanguage = new HashMap<>();

    OwnLanguageGenerator(Catalog catalog) {
        this.catalog = catalog;
        for (int item = 0; item < catalog.size(); item++) {
            String language = catalog.item(item).language();
            if (!language.isEmpty()) {
                itemsByLanguage
                        .computeIfAbsent(language, key -> new ArrayList<>())
                        .add(item);
            }
        }
    }

    @Override
    public List<Proposal> propose(RecallRequest request) {
        String language = request.user().profile().language();
        String market = request.context().market();
        List<Proposal> proposals = new ArrayList<>();
        for (ShelfSpec shelf : request.shelves()) {
            Shortlist best = new Shortlist(catalog, request, shelf);
            for (int item : itemsByLanguage.getOrDefault(language, List.of())) {
                best.offer(item, catalog.statistics().popularity(market, item));
            }
            proposals.addAll(best.proposals(item -> WHY));
        }
        return proposals;
    }
}
