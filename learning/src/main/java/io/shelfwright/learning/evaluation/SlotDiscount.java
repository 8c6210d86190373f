package io.shelfwright.learning.evaluation;

import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * N2DCG: NDCG of a grid, whose discount is how likely each slot is looked at instead of a logarithm of the place.
 *
 * <p>After Felicioni et al., "A methodology for the offline evaluation of recommender systems in a user interface with
 * multiple carousels" (2021): the discount is two-dimensional, and an item that stands on two shelves earns its gain once. The
 * cards of the logged page are dealt anew, the best score into the slot that is most likely seen; the discount is the
 * examination that the row's slot was logged with.
 */
final class SlotDiscount {
    private SlotDiscount() {}

    static Statistic n2dcg(Sample sample, double[] labels, double[] scores, boolean emptyIsZero) {
        double[] logged = sample.table().traits().examination();
        double[] examination =
                sample.of(logged == null ? new double[sample.table().rows()] : logged);
        return QueryStatistics.mean(
                sample,
                group -> {
                    Map<String, Double> gains = gains(sample, group, labels);
                    double[] slots = Arrays.copyOfRange(examination, sample.start(group), sample.start(group + 1));
                    Arrays.sort(slots);
                    double best = best(gains, slots);
                    return best > 0 ? gain(sample, group, gains, scores, slots) / best : Double.NaN;
                },
                emptyIsZero);
    }

    /** What each item of a request is worth: its greatest label there. */
    private static Map<String, Double> gains(Sample sample, int group, double[] labels) {
        Map<String, Double> gains = new HashMap<>();
        for (int i = sample.start(group); i < sample.start(group + 1); i++) {
            gains.merge(item(sample, i), labels[i], Math::max);
        }
        return gains;
    }

    /** The most there could be: every item once, the best into the slots that are most likely seen. */
    private static double best(Map<String, Double> gains, double[] slots) {
        double[] sorted = gains.values().stream()
                .mapToDouble(Double::doubleValue)
                .sorted()
                .toArray();
        double best = 0;
        for (int i = 0; i < sorted.length; i++) {
            best += sorted[sorted.length - 1 - i] * slots[slots.length - 1 - i];
        }
        return best;
    }

    private static double gain(Sample sample, int group, Map<String, Double> gains, double[] scores, double[] slots) {
        int[] order = Descending.order(scores, sample.start(group), sample.start(group + 1));
        Set<String> seen = new HashSet<>();
        double gain = 0;
        for (int place = 0; place < order.length; ) {
            int end = Descending.endOfTie(order, scores, place);
            double discounts = 0;
            double sum = 0;
            for (int i = place; i < end; i++) {
                discounts += slots[slots.length - 1 - i];
                String item = item(sample, order[i]);
                sum += seen.add(item) ? gains.getOrDefault(item, 0.0) : 0;
            }
            gain += discounts * sum / (end - place);
            place = end;
        }
        return gain;
    }

    private static String item(Sample sample, int i) {
        return sample.table().hasItems() ? sample.table().item(sample.row(i)) : "row " + i;
    }
}
