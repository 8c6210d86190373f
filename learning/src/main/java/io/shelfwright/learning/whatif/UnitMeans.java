package io.shelfwright.learning.whatif;

import io.shelfwright.learning.offpolicy.Estimate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Means over pages whose errors come from independent units with any number of pages each. */
final class UnitMeans {
    private final int[] unitOfPage;
    private final int units;

    UnitMeans(List<WeighedPage> pages, Unit unit) {
        Map<String, Integer> numbers = new HashMap<>();
        unitOfPage = new int[pages.size()];
        for (int i = 0; i < unitOfPage.length; i++) {
            String name = unit.of(pages.get(i));
            unitOfPage[i] = numbers.computeIfAbsent(name, key -> numbers.size());
        }
        units = numbers.size();
    }

    int units() {
        return units;
    }

    /**
     * Returns the mean of terms, one a page, with the error of a ratio of sums over units: root of the sum of squared
     * deviations of each unit's sum from its share, times units / (units - 1), by the number of pages.
     */
    Estimate of(double[] terms) {
        double mean = mean(terms);
        double[] deviations = new double[units];
        for (int i = 0; i < terms.length; i++) {
            deviations[unitOfPage[i]] += terms[i] - mean;
        }
        double squares = 0;
        for (double deviation : deviations) {
            squares += deviation * deviation;
        }
        double error = Math.sqrt(squares * units / Math.max(1.0, units - 1.0)) / terms.length;
        return Estimate.ofUnits(mean, error, units);
    }

    static double mean(double[] values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return sum / values.length;
    }
}
