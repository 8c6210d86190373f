package io.shelfwright.sample.simulate.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.sample.data.Draws;
import org.junit.jupiter.api.Test;

class DistributionsTest {
    private static final int DRAWS = 40_000;

    @Test
    void betaDrawsHaveTheMeanAndVarianceOfTheirDistribution() {
        double[][] cases = {{1, 1}, {1, 99}, {0.05, 2}, {3, 4}, {30.5, 400}, {0.2, 0.3}};
        for (double[] one : cases) {
            double a = one[0];
            double b = one[1];
            Draws draws = new Draws(7);
            double sum = 0;
            double squares = 0;
            for (int i = 0; i < DRAWS; i++) {
                double draw = BetaDraw.next(a, b, draws);
                assertThat(draw).isBetween(0.0, 1.0);
                sum += draw;
                squares += draw * draw;
            }
            double mean = a / (a + b);
            double variance = a * b / ((a + b) * (a + b) * (a + b + 1));
            assertThat(sum / DRAWS).isCloseTo(mean, within(5 * Math.sqrt(variance / DRAWS)));
            double drawn = squares / DRAWS - (sum / DRAWS) * (sum / DRAWS);
            assertThat(drawn).isCloseTo(variance, within(0.06 * variance));
        }
    }

    @Test
    void theGammaFunctionIsThatOfFactorials() {
        double factorial = 0;
        for (int n = 1; n < 30; n++) {
            assertThat(BetaBinomial.logGamma(n)).isCloseTo(factorial, within(1e-11));
            factorial += Math.log(n);
        }
        assertThat(BetaBinomial.logGamma(0.5)).isCloseTo(Math.log(Math.PI) / 2, within(1e-12));
        assertThat(BetaBinomial.logGamma(1e-3)).isCloseTo(6.907178885383854, within(1e-11));
    }

    @Test
    void theBetaBinomialIsTheProductOfItsSteps() {
        // Two streams of three views: (a/n) ((a+1)/(n+1)) (b/(n+2)) with a = 0.5, b = 1.5.
        double expected = Math.log(0.5 / 2 * 1.5 / 3 * 1.5 / 4);
        assertThat(BetaBinomial.logLikelihood(2, 3, 0.25, 2)).isCloseTo(expected, within(1e-12));
        assertThat(BetaBinomial.logLikelihood(0, 0, 0.25, 2)).isZero();
    }

    @Test
    void theBoundOfKlUcbIsWhereTheDivergenceIsUsedUp() {
        double bound = KlUcbScores.bound(2, 10, 1000);
        double divergence = 0.2 * Math.log(0.2 / bound) + 0.8 * Math.log(0.8 / (1 - bound));
        assertThat(divergence * 10).isCloseTo(Math.log(1000), within(1e-3));
        assertThat(KlUcbScores.bound(0, 1000, 1000)).isCloseTo(1 - Math.exp(-Math.log(1000) / 1000), within(1e-5));
        assertThat(KlUcbScores.bound(10, 10, 1000)).isCloseTo(1, within(1e-5));
    }
}
