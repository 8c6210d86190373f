package io.shelfwright.gbdt;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.testkit.RandomCases;
import org.junit.jupiter.api.Test;

class BaseScoreTest {
    @Test
    void aScoreNearAProbabilityIsHardlyAnotherProbability() {
        RandomCases.run(200, (seed, random) -> {
            double probability = random.nextDouble(0.0001, 0.999);
            assertThat((double) BaseScore.near(probability)).isCloseTo(probability, within(probability * 1e-4));
        });
    }

    @Test
    void logOddsOfAScoreNearAProbabilityAreFarFromWhereRoundingCouldDiffer() {
        RandomCases.run(200, (seed, random) -> {
            float score = BaseScore.near(random.nextDouble(0.0001, 0.999));
            double exact = -Math.log(1f / score - 1f);
            // A logarithm that errs by a quarter of a step still gives the same float.
            double step = Math.ulp(BaseScore.margin(score));
            assertThat((float) (exact + step / 4)).isEqualTo(BaseScore.margin(score));
            assertThat((float) (exact - step / 4)).isEqualTo(BaseScore.margin(score));
        });
    }

    @Test
    void certaintiesAreKeptAwayFrom() {
        assertThat(BaseScore.near(0)).isBetween(1e-7f, 1e-5f);
        assertThat(BaseScore.near(1)).isBetween(0.999f, 0.99999f);
    }
}
