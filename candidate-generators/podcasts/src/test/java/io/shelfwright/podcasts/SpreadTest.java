package io.shelfwright.podcasts;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.testkit.TestRequests;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SpreadTest {

    @Test
    void factorsStayWithinTheSpreadAndFillItEvenly() {
        double sum = 0;
        int[] tenths = new int[10];
        for (int user = 0; user < 100; user++) {
            Spread spread = new Spread(0.3, "user-" + user, TestRequests.AT);
            for (int show = 0; show < 1000; show++) {
                double factor = spread.factor(Spread.hash("show-" + show));
                assertThat(factor).isGreaterThan(0.7).isLessThanOrEqualTo(1);
                sum += factor;
                tenths[(int) ((1 - factor) / 0.3 * 10)]++;
            }
        }
        assertThat(sum / 100_000).isBetween(0.849, 0.851);
        for (int count : tenths) {
            assertThat(count).isBetween(9_500, 10_500);
        }
    }

    @Test
    void aUserKeepsTheFactorsForAWeek() {
        long show = Spread.hash("show");
        Set<Double> factors = new HashSet<>();
        for (int day = 0; day < 28; day++) {
            factors.add(new Spread(0.3, "u", TestRequests.daysAgo(day)).factor(show));
        }
        assertThat(factors).hasSizeBetween(4, 5);
    }

    @Test
    void noSpreadChangesNothing() {
        assertThat(new Spread(0, "u", TestRequests.AT).factor(Spread.hash("show")))
                .isEqualTo(1);
    }
}
