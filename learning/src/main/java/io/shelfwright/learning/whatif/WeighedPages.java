package io.shelfwright.learning.whatif;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.learning.offpolicy.Estimate;
import io.shelfwright.learning.offpolicy.WeightSummary;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Collects weighed pages and estimates with them; for one use, not thread-safe. */
final class WeighedPages {
    private static final double MOST_OUTSIDE = 0.1;

    private final List<WeighedPage> pages = new ArrayList<>();
    private final Map<String, Integer> leftOut = new LinkedHashMap<>();

    void add(WeighedPage page) {
        pages.add(page);
    }

    void leaveOut(String reason) {
        leaveOut(reason, 1);
    }

    void leaveOut(String reason, int count) {
        leftOut.merge(reason, count, Integer::sum);
    }

    /**
     * Estimates.
     *
     * @throws BadRequestException if no page could be weighed
     */
    WhatIfReport report(String reward, Unit unit) {
        return report(reward, unit, null);
    }

    /** Estimates, with the difference from what the same pages are estimated to earn with other weights. */
    WhatIfReport reportAgainst(WeighedPages other, String reward, Unit unit) {
        return report(reward, unit, other);
    }

    private WhatIfReport report(String reward, Unit unit, @Nullable WeighedPages other) {
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
        double[] before = other == null ? logged : headline(new PageEstimators(other.pages).terms(), logged);
        double[] gains = headline(terms, logged).clone();
        for (int i = 0; i < gains.length; i++) {
            gains[i] -= before[i];
        }
        double views = UnitMeans.mean(estimators.column(WeighedPage::views));
        double outside = views > 0 ? UnitMeans.mean(estimators.column(WeighedPage::outside)) / views : 1;
        WeightSummary weights = weights(estimators, views);
        List<String> refusals = refusals(weights, outside);
        if (other != null) {
            weights(new PageEstimators(other.pages), views)
                    .refusals()
                    .forEach(reason -> refusals.add("of the model it is compared with, " + reason));
        }
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
                refusals);
    }

    private static double[] headline(Map<String, double[]> terms, double[] otherwise) {
        return terms.getOrDefault(WhatIfReport.HEADLINE, otherwise);
    }

    private static WeightSummary weights(PageEstimators estimators, double views) {
        return WeightSummary.of(estimators.column(page -> views > 0 ? page.weighedViews() / views : 0));
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
