package io.shelfwright.testkit;

import io.shelfwright.api.Item;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * How alike two items are by content.
 *
 * <p>Weighted mean of the Jaccard indices of artists (0.4) and genres (0.3) and of the equality of kind (0.1), language
 * (0.1) and publisher (0.1); what neither item states does not count.
 */
final class ContentSimilarity {
    private double sum;
    private double weight;

    private ContentSimilarity() {}

    static double of(Item first, Item second) {
        if (first.id().equals(second.id())) {
            return 1;
        }
        ContentSimilarity mean = new ContentSimilarity();
        mean.sets(0.4, first.artistIds(), second.artistIds());
        mean.sets(0.3, first.genres(), second.genres());
        mean.names(0.1, first.kind().name(), second.kind().name());
        mean.names(0.1, first.language(), second.language());
        mean.names(0.1, first.publisher(), second.publisher());
        return Math.min(1, mean.sum / mean.weight);
    }

    private void sets(double share, List<String> first, List<String> second) {
        Set<String> union = new HashSet<>(first);
        union.addAll(second);
        if (!union.isEmpty()) {
            Set<String> common = new HashSet<>(first);
            common.retainAll(new HashSet<>(second));
            weight += share;
            sum += share * common.size() / union.size();
        }
    }

    private void names(double share, String first, String second) {
        if (!first.isEmpty() || !second.isEmpty()) {
            weight += share;
            sum += first.equals(second) ? share : 0;
        }
    }
}
