package io.shelfwright.learning.whatif;

import io.shelfwright.learning.offpolicy.Estimator;
import io.shelfwright.learning.offpolicy.LoggedRounds;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.ToDoubleFunction;

/**
 * Terms of the estimators, one a page; their mean is what a page of the new configuration earns.
 *
 * <p>Every slot is a round of {@link LoggedRounds}, and so is the model's expectation of the new page, with weight 0. The
 * self-normalised forms divide by weighed views instead of by the mean weight, and their terms are linear in the noise of that
 * divisor too (delta method).
 */
final class PageEstimators {
    private final List<WeighedPage> pages;
    private final double scale;

    PageEstimators(List<WeighedPage> pages) {
        this.pages = pages;
        double reward = UnitMeans.mean(column(WeighedPage::reward));
        double modelled = UnitMeans.mean(column(WeighedPage::modelled));
        // One number fits the ranker's probabilities to the reward; the model needs not be right for DR to be.
        scale = modelled > 0 ? reward / modelled : 0;
    }

    Map<String, double[]> terms() {
        Map<String, double[]> terms = new LinkedHashMap<>();
        LoggedRounds rounds = rounds();
        for (Estimator estimator : Estimator.standard(true)) {
            if (!estimator.selfNormalised()) {
                terms.put(estimator.name(), byPage(estimator.terms(rounds)));
            }
        }
        double[] views = column(WeighedPage::views);
        double[] weighedViews = column(WeighedPage::weighedViews);
        terms.put(
                "SNIPW", normalised(new double[pages.size()], column(WeighedPage::weighedReward), weighedViews, views));
        terms.put(
                "SNDR",
                normalised(
                        column(page -> scale * page.expected()),
                        column(page -> page.weighedSurprise(scale)),
                        weighedViews,
                        views));
        return terms;
    }

    double[] column(ToDoubleFunction<WeighedPage> value) {
        return pages.stream().mapToDouble(value).toArray();
    }

    /** Returns terms whose mean is {@code mean(base) + mean(weighed) mean(views) / mean(weighedViews)}. */
    private static double[] normalised(double[] base, double[] weighed, double[] weighedViews, double[] views) {
        double meanWeighed = UnitMeans.mean(weighed);
        double meanWeighedViews = UnitMeans.mean(weighedViews);
        double meanViews = UnitMeans.mean(views);
        double rate = meanWeighedViews > 0 ? meanWeighed / meanWeighedViews : 0;
        double stretch = meanWeighedViews > 0 ? meanViews / meanWeighedViews : 0;
        double[] terms = new double[base.length];
        for (int i = 0; i < terms.length; i++) {
            terms[i] = base[i] + rate * views[i] + stretch * (weighed[i] - rate * weighedViews[i]);
        }
        return terms;
    }

    private LoggedRounds rounds() {
        int size = 0;
        for (WeighedPage page : pages) {
            size += page.weights().length + 1;
        }
        double[] reward = new double[size];
        double[] weight = new double[size];
        double[] shown = new double[size];
        double[] expected = new double[size];
        int at = 0;
        for (WeighedPage page : pages) {
            expected[at++] = scale * page.expected();
            for (int i = 0; i < page.weights().length; i++) {
                reward[at] = page.rewards()[i];
                weight[at] = page.weights()[i];
                shown[at++] = scale * page.shown()[i];
            }
        }
        return LoggedRounds.weighed(reward, weight, shown, expected);
    }

    private double[] byPage(double[] terms) {
        double[] sums = new double[pages.size()];
        int at = 0;
        for (int page = 0; page < sums.length; page++) {
            int slots = pages.get(page).weights().length;
            for (int i = 0; i <= slots; i++) {
                sums[page] += terms[at++];
            }
        }
        return sums;
    }
}
