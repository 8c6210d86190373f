package io.shelfwright.features;

import static io.shelfwright.spi.FeatureDeclaration.of;

import io.shelfwright.spi.FeatureDeclaration;
import java.util.List;

/** What the user saw of the shelf without wanting it. */
final class ShelfFeedbackFeatures implements FeatureFamily {
    static final List<FeatureDeclaration> FEATURES = List.of(
            of(
                    "feedback.shelf_impressions",
                    "Views of the shelf's cards without a reaction, by a half-life of 7 days.",
                    "views",
                    0,
                    1000),
            of("feedback.negative_shelf", "Dislike of the shelf, by a half-life of 14 days.", "strength", 0, 1));

    @Override
    public List<FeatureDeclaration> features() {
        return FEATURES;
    }

    @Override
    public Scope scope() {
        return Scope.CANDIDATE;
    }

    @Override
    public void compute(RequestFacts request, int candidate, FeatureRow row) {
        String shelf = request.candidates().shelf(candidate).id();
        row.put(request.shelfImpressions(shelf));
        row.put(request.dislikes().ofShelf(shelf));
    }
}
