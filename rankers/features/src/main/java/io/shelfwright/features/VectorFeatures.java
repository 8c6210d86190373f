package io.shelfwright.features;

import static io.shelfwright.spi.FeatureDeclaration.of;

import io.shelfwright.spi.FeatureDeclaration;
import java.util.List;

/** How near the item's vector is to the user's. */
final class VectorFeatures implements FeatureFamily {
    static final List<FeatureDeclaration> FEATURES = List.of(
            of(
                    "user_item.vector_cosine",
                    "Cosine of the item's vector and the user's; missing where either is unknown.",
                    "cosine",
                    -1,
                    1),
            of(
                    "user_item.vector_dot",
                    "Dot product of the item's vector and the user's, about 1 for what fits as well as what was played; missing where either is unknown.",
                    "preference",
                    -2,
                    2));

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
        UserVector vectors = request.vectors();
        int item = request.candidates().itemIndex(candidate);
        if (vectors.knows(item)) {
            row.put(vectors.cosine(item));
            row.put(vectors.dot(item));
        } else {
            row.missing(FEATURES.size());
        }
    }
}
