package io.shelfwright.features;

import static io.shelfwright.spi.FeatureDeclaration.of;

import io.shelfwright.spi.FeatureDeclaration;
import io.shelfwright.spi.TasteVector;
import java.util.List;

/** How much the user's vector rests on. */
final class TasteVectorFeatures implements FeatureFamily {
    static final List<FeatureDeclaration> FEATURES = List.of(of(
            "user.vector_items_log",
            "How many different items the user's vector rests on; missing without one.",
            "ln(1 + items)",
            0,
            14));

    @Override
    public List<FeatureDeclaration> features() {
        return FEATURES;
    }

    @Override
    public Scope scope() {
        return Scope.REQUEST;
    }

    @Override
    public void compute(RequestFacts request, int candidate, FeatureRow row) {
        TasteVector vector = request.vectors().taste();
        if (vector == null) {
            row.missing();
        } else {
            row.putLog(vector.items());
        }
    }
}
