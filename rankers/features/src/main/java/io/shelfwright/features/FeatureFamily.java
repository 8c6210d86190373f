package io.shelfwright.features;

import io.shelfwright.spi.FeatureDeclaration;
import java.util.List;

/** Declares some features and computes them for one candidate; stateless. */
interface FeatureFamily {

    /** Returns the features in the order in which {@link #compute} puts their values. */
    List<FeatureDeclaration> features();

    /** Returns what the values may depend on, and so how often they are computed. */
    Scope scope();

    /** Puts one value, or missing, for each declared feature. */
    void compute(RequestFacts request, int candidate, FeatureRow row);

    /** What the values of a family may depend on; narrower scopes are computed less often. */
    enum Scope {
        /** User and circumstances: once a request. */
        REQUEST,
        /** These and the item: once for each item, however many shelves it was proposed for. */
        ITEM,
        /** These and the shelf: once for each candidate. */
        CANDIDATE
    }
}
