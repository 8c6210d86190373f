package io.shelfwright.features;

import io.shelfwright.spi.CandidateBatch;
import io.shelfwright.spi.FeatureSchema;
import io.shelfwright.spi.FeatureSet;
import io.shelfwright.testkit.TestCandidates;
import io.shelfwright.testkit.TestCatalog;
import io.shelfwright.testkit.TestContext;
import io.shelfwright.testkit.TestShelves;
import io.shelfwright.testkit.TestUser;
import java.util.Arrays;

/** The values that the standard features gave a batch, as they were written; unwritten cells are NaN. */
final class Computed {
    private static final FeatureSchema SCHEMA = new FeatureSchema(StandardFeatures.declarations());

    private final double[][] rows;

    private Computed(double[][] rows) {
        this.rows = rows;
    }

    static Computed of(CandidateBatch batch) {
        return of(new StandardFeatures(TestContext.of(batch.catalog())), batch);
    }

    static Computed of(FeatureSet features, CandidateBatch batch) {
        double[][] rows = new double[batch.size()][SCHEMA.size()];
        for (double[] row : rows) {
            Arrays.fill(row, Double.NaN);
        }
        features.compute(batch, (candidate, feature, value) -> rows[candidate][feature] = value);
        return new Computed(rows);
    }

    /** Computes the features of one item for a user, on a shelf named {@code mix}. */
    static Computed of(TestCatalog catalog, TestUser user, String... items) {
        return of(TestCandidates.batch(catalog, user.build(catalog), TestShelves.shelf("mix"), items));
    }

    double get(String feature) {
        return get(0, feature);
    }

    double get(int row, String feature) {
        int column = SCHEMA.column(feature);
        if (column < 0) {
            throw new IllegalArgumentException("no feature is named " + feature);
        }
        return rows[row][column];
    }

    double[] row(int row) {
        return rows[row];
    }
}
