package io.shelfwright.learning.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.learning.offpolicy.Estimate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class UnitMeansTest {
    @Test
    void withAPageAUnitTheErrorIsThatOfIndependentTerms() {
        double[] terms = {1, 4, 2, 8, 5, 7};
        Estimate estimate = new UnitMeans(pages(6, 6), Unit.REQUEST).of(terms);
        Estimate independent = Estimate.of(terms);
        assertThat(estimate.value()).isEqualTo(independent.value(), within(1e-12));
        assertThat(estimate.se()).isEqualTo(independent.se(), within(1e-12));
        assertThat(estimate.high()).isGreaterThan(independent.high());
    }

    @Test
    void pagesThatRepeatThemselvesCountOnceByUser() {
        double[] once = {1, 4, 2, 8};
        double[] twice = {1, 4, 2, 8, 1, 4, 2, 8};
        Estimate single = new UnitMeans(pages(4, 4), Unit.USER).of(once);
        Estimate repeated = new UnitMeans(pages(8, 4), Unit.USER).of(twice);
        assertThat(repeated.se()).isEqualTo(single.se(), within(1e-12));
        assertThat(new UnitMeans(pages(8, 4), Unit.REQUEST).of(twice).se()).isLessThan(single.se());
    }

    @Test
    void oneUnitAloneHasNoInterval() {
        Estimate estimate = new UnitMeans(pages(3, 1), Unit.USER).of(new double[] {1, 2, 3});
        assertThat(estimate.value()).isEqualTo(2, within(1e-12));
        assertThat(estimate.low()).isNaN();
    }

    @Test
    void theWeightedEstimatesOfAnUnchangedPolicyAreWhatWasEarned() {
        List<WeighedPage> pages = pages(8, 4);
        PageEstimators estimators = new PageEstimators(pages);
        double earned = UnitMeans.mean(estimators.column(WeighedPage::reward));
        Map<String, double[]> terms = estimators.terms();
        for (String name : List.of("IPW", "SNIPW", "DR", "SNDR", "DM")) {
            assertThat(UnitMeans.mean(terms.get(name))).as(name).isEqualTo(earned, within(1e-9));
        }
    }

    @Test
    void aUnitOfOneRewardIsWorthItsWeight() {
        WeighedPage page = new WeighedPage(
                "u", "r", new double[] {3, 0}, new double[] {1, 5}, new double[] {0.5, 1}, 2, 1.5, 1, 1, 0);
        assertThat(page.reward()).isEqualTo(6);
        assertThat(page.weighedReward()).isEqualTo(3);
        assertThat(page.weighedSurprise(1)).isEqualTo(1.5);
    }

    /** Pages with weights of 1, whose model expects what was shown. */
    private static List<WeighedPage> pages(int count, int users) {
        List<WeighedPage> pages = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            pages.add(new WeighedPage(
                    "user" + i % users,
                    "request" + i,
                    new double[] {1, 1},
                    new double[] {i % 3, 1},
                    new double[] {0.4, 0.2},
                    0.6,
                    0.6,
                    1.5,
                    1.5,
                    0));
        }
        return pages;
    }
}
