package io.shelfwright.features;

import io.shelfwright.features.FeatureFamily.Scope;
import io.shelfwright.spi.CandidateBatch;
import io.shelfwright.spi.FeatureColumns;
import io.shelfwright.spi.FeatureDeclaration;
import io.shelfwright.spi.FeatureSet;
import io.shelfwright.spi.InstanceContext;
import java.util.ArrayList;
import java.util.List;

/** Concatenates the families: those of a request first, then those of an item, then those of a candidate. */
final class StandardFeatures implements FeatureSet {
    private static final List<FeatureFamily> FAMILIES = List.of(
            new UserFeatures(),
            new ContextFeatures(),
            new ItemFeatures(),
            new FreshnessFeatures(),
            new PopularityFeatures(),
            new ListeningFeatures(),
            new TasteFeatures(),
            new NeighbourFeatures(),
            new TasteVectorFeatures(),
            new VectorFeatures(),
            new FeedbackFeatures(),
            new ShelfItemFeatures(),
            new ShelfFeedbackFeatures());

    private static final ScopedFamilies REQUEST = new ScopedFamilies(FAMILIES, Scope.REQUEST);
    private static final ScopedFamilies ITEM = new ScopedFamilies(FAMILIES, Scope.ITEM);
    private static final ScopedFamilies CANDIDATE = new ScopedFamilies(FAMILIES, Scope.CANDIDATE);
    private static final List<FeatureDeclaration> FEATURES = concatenated();

    private final CatalogFacts snapshot;

    StandardFeatures(InstanceContext context) {
        snapshot = new CatalogFacts(context.catalog());
    }

    private static List<FeatureDeclaration> concatenated() {
        List<FeatureDeclaration> features = new ArrayList<>();
        for (ScopedFamilies families : List.of(REQUEST, ITEM, CANDIDATE)) {
            features.addAll(families.features());
        }
        return List.copyOf(features);
    }

    /** Returns the features without an instance, for the documentation. */
    static List<FeatureDeclaration> declarations() {
        return FEATURES;
    }

    @Override
    public List<FeatureDeclaration> features() {
        return FEATURES;
    }

    @Override
    public void compute(CandidateBatch candidates, FeatureColumns columns) {
        if (candidates.size() == 0) {
            return;
        }
        String expected = snapshot.catalog().version();
        if (!candidates.catalog().version().equals(expected)) {
            throw new IllegalArgumentException("the candidates are of snapshot "
                    + candidates.catalog().version() + ", but these features were made for snapshot " + expected);
        }
        RequestFacts request = new RequestFacts(candidates, snapshot);
        DistinctItems items = new DistinctItems(candidates);
        double[] requestValues = new double[REQUEST.width()];
        double[] itemValues = new double[ITEM.width() * items.count()];
        double[] candidateValues = new double[CANDIDATE.width()];
        FamilyRows itemRows = ITEM.rows();
        FamilyRows candidateRows = CANDIDATE.rows();
        REQUEST.rows().compute(request, 0, requestValues, 0);
        int computed = 0;
        int itemColumn = REQUEST.width();
        int candidateColumn = itemColumn + ITEM.width();
        for (int candidate = 0; candidate < candidates.size(); candidate++) {
            int itemStart = items.numberOf(candidate) * ITEM.width();
            if (items.numberOf(candidate) == computed) {
                itemRows.compute(request, candidate, itemValues, itemStart);
                computed++;
            }
            candidateRows.compute(request, candidate, candidateValues, 0);
            write(columns, candidate, 0, requestValues, 0, REQUEST.width());
            write(columns, candidate, itemColumn, itemValues, itemStart, ITEM.width());
            write(columns, candidate, candidateColumn, candidateValues, 0, CANDIDATE.width());
        }
    }

    private static void write(FeatureColumns columns, int candidate, int column, double[] values, int from, int count) {
        for (int i = 0; i < count; i++) {
            double value = values[from + i];
            if (!Double.isNaN(value)) {
                columns.set(candidate, column + i, value);
            }
        }
    }
}
