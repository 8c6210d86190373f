package io.shelfwright.engine;

import io.shelfwright.api.Explanation;
import io.shelfwright.api.Explanation.Candidacy;
import io.shelfwright.api.Explanation.Outcome;
import io.shelfwright.engine.request.Trace;
import io.shelfwright.spi.Catalog;
import java.util.List;

/** Sums up what was written down of an item. */
final class ExplanationText {
    private final Catalog catalog;
    private final String itemId;
    private final Trace trace;

    ExplanationText(Catalog catalog, String itemId, Trace trace) {
        this.catalog = catalog;
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
