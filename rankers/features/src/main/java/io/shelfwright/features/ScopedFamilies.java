package io.shelfwright.features;

import io.shelfwright.spi.FeatureDeclaration;
import java.util.List;

/** The families of one scope, side by side. */
final class ScopedFamilies {
    private final List<FeatureFamily> families;
    private final List<FeatureDeclaration> features;

    ScopedFamilies(List<FeatureFamily> all, FeatureFamily.Scope scope) {
        families = all.stream().filter(family -> family.scope() == scope).toList();
        features =
                families.stream().flatMap(family -> family.features().stream()).toList();
    }

    List<FeatureDeclaration> features() {
        return features;
    }

    int width() {
        return features.size();
    }

    /** Returns working memory to compute them in, for one thread. */
    FamilyRows rows() {
        return new FamilyRows(families);
    }
}
