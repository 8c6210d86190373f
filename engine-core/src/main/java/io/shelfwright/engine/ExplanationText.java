package io.shelfwright.engine;

import io.shelfwright.api.Explanation;
import io.shelfwright.api.Explanation.Candidacy;
import io.shelfwright.api.Explanation.Outcome;
import io.shelfwright.engine.request.Trace;
import io.shelfwright.engine.request.Visit;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.Unwanted;
import java.util.List;

/** Sums up what was written down of an item. */
final class ExplanationText {
    private final Visit visit;
    private final Catalog catalog;
    private final String itemId;
    private final Trace trace;

    ExplanationText(Visit visit, String itemId, Trace trace) {
        this.visit = visit;
        catalog = visit.generation().catalog();
        this.itemId = itemId;
        this.trace = trace;
    }

    Explanation explanation() {
        int item = catalog.indexOf(itemId);
        if (item < 0) {
            return new Explanation(
                    itemId,
                    "",
                    Outcome.NOT_IN_CATALOG,
                    "snapshot " + catalog.version() + " holds no item '" + itemId + "'",
                    List.of());
        }
        String title = catalog.item(item).title();
        List<Candidacy> candidacies = trace.candidacies();
        Unwanted unwanted = visit.user().hidden(visit.context().at()).mask(catalog.item(item));
        if (unwanted != null) {
            String summary = "'" + title + "' is not shown: "
                    + unwanted.words(catalog, visit.context().zone());
            return new Explanation(itemId, title, Outcome.DROPPED_BY_RULE, summary, candidacies);
        }
        if (candidacies.isEmpty()) {
            return new Explanation(
                    itemId, title, Outcome.NOT_PROPOSED, "no generator proposed '" + title + "'", candidacies);
        }
        Candidacy furthest = candidacies.get(0);
        for (Candidacy candidacy : candidacies) {
            if (candidacy.outcome().compareTo(furthest.outcome()) > 0) {
                furthest = candidacy;
            }
        }
        String summary = "'" + title + "' for shelf '" + furthest.shelfId() + "': " + furthest.detail();
        return new Explanation(itemId, title, furthest.outcome(), summary, candidacies);
    }
}
