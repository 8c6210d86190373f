package io.shelfwright.features;

import java.util.List;

/** Computes families one after the other into one array; working memory of one thread. */
final class FamilyRows {
    private final FeatureFamily[] families;
    private final FeatureRow[] rows;

    FamilyRows(List<FeatureFamily> families) {
        this.families = families.toArray(FeatureFamily[]::new);
        rows = new FeatureRow[this.families.length];
        for (int i = 0; i < rows.length; i++) {
            rows[i] = new FeatureRow(this.families[i].features());
        }
    }

    void compute(RequestFacts request, int candidate, double[] target, int from) {
        int next = from;
        for (int i = 0; i < families.length; i++) {
            rows[i].start();
            families[i].compute(request, candidate, rows[i]);
            next = rows[i].copyTo(target, next);
        }
    }
}
