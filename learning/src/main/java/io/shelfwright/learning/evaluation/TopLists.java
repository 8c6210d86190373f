package io.shelfwright.learning.evaluation;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The first rows of each request by score, an item once, ties by item id: what a model would put in front. */
final class TopLists {
    private final Sample sample;
    private final List<int[]> lists = new ArrayList<>();

    TopLists(Sample sample, double[] scores, int cut) {
        this.sample = sample;
        for (int group = 0; group < sample.groups(); group++) {
            int[] order = Descending.order(scores, sample.start(group), sample.start(group + 1));
            int[] list = new int[Math.min(cut, order.length)];
            int length = 0;
            Set<String> taken = new HashSet<>();
            for (int i = 0; i < order.length && length < list.length; i++) {
                if (!sample.table().hasItems() || taken.add(sample.table().item(sample.row(order[i])))) {
                    list[length++] = order[i];
                }
            }
            lists.add(Arrays.copyOf(list, length));
        }
    }

    /** Share of the catalog that is on any list. */
    Statistic coverage() {
        return counts -> {
            double[] shown = shown(counts);
            int on = 0;
            for (double times : shown) {
                on += times > 0 ? 1 : 0;
            }
            return (double) on / shown.length;
        };
    }

    /** Gini index of how often items are shown: 0 where all are alike, near 1 where one takes all. */
    Statistic gini() {
        return counts -> {
            double[] shown = shown(counts);
            Arrays.sort(shown);
            double sum = 0;
            double weighted = 0;
            for (int i = 0; i < shown.length; i++) {
                sum += shown[i];
                weighted += (2.0 * (i + 1) - shown.length - 1) * shown[i];
            }
            return weighted / (shown.length * sum);
        };
    }

    private double[] shown(int[] counts) {
        ItemTraits traits = sample.table().traits();
        Map<String, Integer> numbers = new HashMap<>();
        for (int row = 0; row < sample.table().rows(); row++) {
            numbers.putIfAbsent(sample.table().item(row), numbers.size());
        }
        double[] shown = new double[Math.max(numbers.size(), traits.catalogSize())];
        for (int[] list : lists) {
            for (int i : list) {
                Integer number = numbers.get(sample.table().item(sample.row(i)));
                shown[number == null ? 0 : number] += counts[sample.unit(i)];
            }
        }
        return shown;
    }

    /** Mean of a number of the rows on the lists; rows of which it is not known are left out. */
    Statistic mean(double[] ofTableRow) {
        RatioStatistic mean = new RatioStatistic(sample.units());
        for (int[] list : lists) {
            for (int i : list) {
                double value = ofTableRow[sample.row(i)];
                if (!Double.isNaN(value)) {
                    mean.add(sample.unit(i), value, 1);
                }
            }
        }
        return mean;
    }

    /** Mean over lists of the mean distance of their pairs, 1 minus the Jaccard similarity of the attributes. */
    Statistic diversity(List<Set<String>> attributes) {
        RatioStatistic mean = new RatioStatistic(sample.units());
        for (int[] list : lists) {
            double sum = 0;
            for (int a = 1; a < list.length; a++) {
                for (int b = 0; b < a; b++) {
                    sum += distance(attributes.get(sample.row(list[a])), attributes.get(sample.row(list[b])));
                }
            }
            if (list.length > 1) {
                mean.add(sample.unit(list[0]), sum / (list.length * (list.length - 1) / 2.0), 1);
            }
        }
        return mean;
    }

    private static double distance(Set<String> one, Set<String> other) {
        if (one.isEmpty() && other.isEmpty()) {
            return 0;
        }
        int common = 0;
        for (String attribute : one) {
            common += other.contains(attribute) ? 1 : 0;
        }
        return 1 - (double) common / (one.size() + other.size() - common);
    }
}
