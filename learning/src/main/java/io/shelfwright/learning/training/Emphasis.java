package io.shelfwright.learning.training;

import io.shelfwright.learning.dataset.Dataset;
import io.shelfwright.learning.dataset.DatasetRow;
import io.shelfwright.learning.report.Refusal;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/**
 * How much more or less a row counts in training than where a model is judged: negatives of popular items count less, and
 * listeners we care about tomorrow count more. Immutable.
 */
final class Emphasis {
    static final String INTERACTIONS = "user.interactions_log";
    private static final float POSITIVE = 0.5f;

    private final TrainingSettings settings;
    private final Map<String, Integer> shown = new HashMap<>();
    private final double medianShown;
    private final int interactionsColumn;
    private final double newBelow;

    /**
     * Measures a dataset.
     *
     * @throws Refusal if the settings need a feature that the dataset does not have
     */
    Emphasis(Dataset dataset, TrainingSettings settings) {
        this.settings = settings;
        for (int row = 0; row < dataset.size(); row++) {
            shown.merge(dataset.row(row).itemId(), 1, Integer::sum);
        }
        int[] counts = shown.values().stream().mapToInt(Integer::intValue).toArray();
        Arrays.sort(counts);
        medianShown = counts.length == 0 ? 0 : counts[counts.length / 2];
        interactionsColumn = dataset.schema().column(INTERACTIONS);
        newBelow = Math.log1p(settings.newListenerInteractions());
        if (interactionsColumn < 0 && settings.newListenerWeight() != 1) {
            throw new Refusal("learning.training.new-listener-weight is " + settings.newListenerWeight()
                    + ", but the data has no feature '" + INTERACTIONS
                    + "' that tells new listeners; add its feature set or set the weight to 1");
        }
    }

    /** Returns a positive factor. */
    double of(DatasetRow row) {
        return popularity(row) * listener(row);
    }

    private double popularity(DatasetRow row) {
        if (settings.popularityExponent() == 0 || row.labels()[0] >= POSITIVE) {
            return 1;
        }
        double times = shown.getOrDefault(row.itemId(), 1);
        double weight = Math.pow(Math.min(1, medianShown / times), settings.popularityExponent());
        return Math.max(settings.minPopularityWeight(), weight);
    }

    private double listener(DatasetRow row) {
        double market = settings.marketWeights().getOrDefault(row.page().market(), 1.0);
        return isNew(row) ? market * settings.newListenerWeight() : market;
    }

    /** Returns whether the listener had done little; false where that is not known. */
    boolean isNew(DatasetRow row) {
        return interactionsColumn >= 0 && row.features()[interactionsColumn] < newBelow;
    }
}
