package io.shelfwright.sample.web;

import io.shelfwright.api.Card;
import io.shelfwright.api.Explanation;
import io.shelfwright.api.Explanation.Candidacy;
import io.shelfwright.api.HomePage;
import io.shelfwright.api.Shelf;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An explanation laid out for reading.
 *
 * @param explanation as the engine gave it
 * @param card the card where it is on the page, else null
 * @param requestId the page
 * @param rebuilt whether the page asked about was forgotten, so that this is about a new one with the same seed
 * @param candidacies the one that came furthest first
 */
record WhyView(
        Explanation explanation, @Nullable Card card, String requestId, boolean rebuilt, List<ShelfPart> candidacies) {

    /** One candidacy with the shelf's title and its score terms in groups. */
    record ShelfPart(String shelfTitle, Candidacy candidacy, List<TermGroup> groups) {}

    static WhyView of(HomePage page, Explanation explanation, boolean rebuilt) {
        List<ShelfPart> parts = new ArrayList<>();
        for (Candidacy candidacy : explanation.candidacies()) {
            String title = page.shelf(candidacy.shelfId()).map(Shelf::title).orElse(candidacy.shelfId());
            parts.add(new ShelfPart(title, candidacy, TermGroup.groups(candidacy.terms())));
        }
        parts.sort(Comparator.comparing((ShelfPart part) -> part.candidacy().outcome())
                .reversed());
        return new WhyView(
                explanation,
                page.card(explanation.itemId()).orElse(null),
                page.requestId(),
                rebuilt,
                List.copyOf(parts));
    }

    String title() {
        return explanation.title().isEmpty() ? explanation.itemId() : explanation.title();
    }
}
