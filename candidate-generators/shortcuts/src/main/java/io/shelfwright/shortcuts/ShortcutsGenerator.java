package io.shelfwright.shortcuts;

import io.shelfwright.api.ItemKind;
import io.shelfwright.spi.CandidateGenerator;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.Evidence;
import io.shelfwright.spi.ItemHistory;
import io.shelfwright.spi.Proposal;
import io.shelfwright.spi.RecallRequest;
import io.shelfwright.spi.ShelfSpec;
import io.shelfwright.spi.Shortlist;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Proposes what the user played or saved, the likeliest next listen first; nothing for a user who did neither. */
final class ShortcutsGenerator implements CandidateGenerator {
    private final ShortcutsSettings settings;
    private final Set<ItemKind> kinds;
    private final Catalog catalog;

    ShortcutsGenerator(ShortcutsSettings settings, Catalog catalog) {
        this.settings = settings;
        this.catalog = catalog;
        kinds = settings.itemKinds();
    }

    @Override
    public List<Proposal> propose(RecallRequest request) {
        FamiliarityScorer scorer = new FamiliarityScorer(settings, catalog, request);
        Map<Integer, Familiar> known = known(request, scorer);
        ShortcutEvidence evidence = new ShortcutEvidence(scorer, catalog, request.context());
        List<Proposal> proposals = new ArrayList<>();
        for (ShelfSpec shelf : request.shelves()) {
            Shortlist best = new Shortlist(catalog, request, shelf);
            for (Familiar familiar : known.values()) {
                best.offer(familiar.item(), familiar.score());
            }
            proposals.addAll(best.proposals(item -> evidence(evidence, known, item)));
        }
        return proposals;
    }

    private Map<Integer, Familiar> known(RecallRequest request, FamiliarityScorer scorer) {
        List<ItemHistory> histories = request.user().histories();
        Map<Integer, Familiar> known = new HashMap<>();
        for (int i = 0; i < Math.min(histories.size(), settings.scanLimit()); i++) {
            ItemHistory history = histories.get(i);
            int item = history.plays() > 0 || history.saved() ? catalog.indexOf(history.itemId()) : -1;
            if (item >= 0
                    && (kinds.isEmpty() || kinds.contains(catalog.item(item).kind()))) {
                known.put(item, scorer.score(history, item));
            }
        }
        return known;
    }

    private static Evidence evidence(ShortcutEvidence evidence, Map<Integer, Familiar> known, int item) {
        Familiar familiar = known.get(item);
        if (familiar == null) {
            throw new IllegalStateException("item " + item + " was proposed without a history");
        }
        return evidence.of(familiar);
    }
}
