package io.shelfwright.sample.simulate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ChancesTest {
    private static final Map<String, Double> WEIGHTS = Map.of("stream", 1.0, "save", 3.0, "hide", -8.0);

    @Test
    void whatExcludesEachOtherSumsToAtMostOne() {
        for (double appeal = 0; appeal <= 1; appeal += 0.01) {
            Chances chances = Chances.of(appeal);
            assertThat(chances.stream() + chances.hide() + chances.skip()).isBetween(0.0, 1.0);
            assertThat(chances.save()).isLessThan(chances.stream());
        }
    }

    @Test
    void moreAppealIsWorthMore() {
        double last = Double.NEGATIVE_INFINITY;
        for (double appeal = 0; appeal <= 1; appeal += 0.01) {
            double utility = Chances.of(appeal).utility(WEIGHTS);
            assertThat(utility).isGreaterThan(last);
            last = utility;
        }
    }

    @Test
    void aCardWithoutAppealIsWorthNearlyNothing() {
        assertThat(Math.abs(Chances.of(0).utility(WEIGHTS))).isLessThan(0.01);
    }
}
