package io.shelfwright.learning.whatif;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.learning.offpolicy.Estimate;
import io.shelfwright.learning.offpolicy.WeightSummary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Collects weighed pages and estimates with them; for one use, not thread-safe. */
final class WeighedPages {
    private static final double MOST_OUTSIDE = 0.1;

    private final List<WeighedPage> pages = new ArrayList<>();
    private final Map<String, Integer> leftOut = new LinkedHashMap<>();

    void add(WeighedPage page) {
        pages.add(page);
    }

    void leaveOut(String reason) {
        leftOut.merge(reason, 1, Integer::sum);
    }

    /**
     * Estimates.
     *
     * @throws BadRequestException if no page could be weighed
     */
    WhatIfReport report(String reward, Unit unit) {
        if (pages.isEmpty()) {
            throw new BadRequestException(
                    "no logged page can be weighed: " + leftOut
                            + "; serve pages with the configuration of the data directory, with exploration, and keep its snapshots");
        }
        PageEstimators estimators = new PageEstimators(pages);
        UnitMeans means = new UnitMeans(pages, unit);
        Map<String, double[]> terms = estimators.terms();
        Map<String, Estimate> estimates = new LinkedHashMap<>();
        terms.forEach((name, values) -> estimates.put(name, means.of(values)));
        double[] logged = estimators.column(WeighedPage::reward);
        double[] gains = terms.getOrDefault(WhatIfReport.HEADLINE, logged).clone();
        for (int i = 0; i < gains.length; i++) {
            gains[i] -= logged[i];
        }
        double views = UnitMeans.mean(estimators.column(WeighedPage::views));
        double outside = views > 0 ? UnitMeans.mean(estimators.column(WeighedPage::outside)) / views : 1;
        WeightSummary weights =
                WeightSummary.of(estimators.column(page -> views > 0 ? page.weighedViews() / views : 0));
        return new WhatIfReport(
                reward,
                unit,
                pages.size(),
                means.units(),
                leftOut,
                means.of(logged),
                estimates,
                means.of(gains),
                weights,
                outside,
                refusals(weights, outside));
    }

    private static List<String> refusals(WeightSummary weights, double outside) {
        List<String> refusals = new ArrayList<>();
        if (outside > MOST_OUTSIDE) {
            refusals.add(String.format(
                    Locale.ROOT,
                    "%.1f %% of the changed configuration's views go to cards that could not have been shown there, at most"
                            + " %.0f %% are allowed; log pages with more exploration slots, or try a smaller change",
                    100 * outside,
                    100 * MOST_OUTSIDE));
        }
        refusals.addAll(weights.refusals());
        return refusals;
    }
}
