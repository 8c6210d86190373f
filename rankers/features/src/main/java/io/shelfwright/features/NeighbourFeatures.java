package io.shelfwright.features;

import static io.shelfwright.spi.FeatureDeclaration.of;

import io.shelfwright.spi.FeatureDeclaration;
import java.util.List;

/** How near the item is to what the user played, by who else plays both. */
final class NeighbourFeatures implements FeatureFamily {
    static final List<FeatureDeclaration> FEATURES = List.of(
            of(
                    "user_item.neighbour_affinity",
                    "Sum of similarity times share of listening over the 100 items played last, for it or an artist of it; missing where co-listening is unknown.",
                    "share",
                    0,
                    1),
            of(
                    "user_item.neighbour_similarity",
                    "Greatest similarity to one of the 100 items played last; missing where co-listening is unknown.",
                    "cosine",
                    0,
                    1),
            of(
                    "user_item.session_similarity",
                    "Greatest similarity to an item of the last session; missing where co-listening is unknown.",
                    "cosine",
                    0,
                    1));

    @Override
    public List<FeatureDeclaration> features() {
        return FEATURES;
    }

    @Override
    public Scope scope() {
        return Scope.ITEM;
    }

    @Override
    public void compute(RequestFacts request, int candidate, FeatureRow row) {
        int item = request.candidates().itemIndex(candidate);
        if (request.played().size() == 0 || !request.snapshot().coListened(item)) {
            row.missing(FEATURES.size());
            return;
        }
        NeighbourAffinity neighbours = request.neighbours();
        float nearest = neighbours.nearest(item);
        // Similarities are not negative, so an item near nothing has no affinity either.
        row.put(nearest == 0 ? 0 : neighbours.affinity(item));
        row.put(nearest);
        row.put(nearest == 0 ? 0 : neighbours.sessionNearest(item));
    }
}
