package io.shelfwright.learning.offpolicy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class LambdaTuningTest {
    private static final Estimator CLIPPED = new Estimator("IPW", Shrinkage.CLIP, 0, false, false);

    @Test
    void whereNoWeightIsLargeNothingIsHeldBack() {
        LoggedRounds rounds = synthetic(2000, 1, 0.5);
        assertThat(LambdaTuning.mse(CLIPPED, rounds).lambda()).isInfinite();
        assertThat(LambdaTuning.all(rounds)).hasSize(2);
    }

    @Test
    void aBiasThatShowsStopsTheClimbOfSlopeBeforeTheNarrowestInterval() {
        // Half of the actions are nearly never logged but always earn: clipping at 1 would lose what they earn.
        LoggedRounds rounds = synthetic(20_000, 20, 1);
        LambdaTuning.Tuned slope = LambdaTuning.slope(CLIPPED, rounds);
        assertThat(slope.lambda()).isGreaterThan(5);
        double clipped = CLIPPED.with(1).estimate(rounds).value();
        assertThat(slope.estimate().value()).isGreaterThan(3 * clipped);
    }

    @Test
    void oneRoundIsNotTuned() {
        assertThat(LambdaTuning.all(LoggedRounds.of(new double[] {1}, new double[] {1}, new double[] {1})))
                .isEmpty();
    }

    /** Two synthetic actions; the rare one is {@code rarity} times as likely under the evaluated policy, and alone earns. */
    private static LoggedRounds synthetic(int n, double rarity, double reward) {
        SplittableRandom random = new SplittableRandom(9);
        double[] rewards = new double[n];
        double[] pscore = new double[n];
        double[] evaluated = new double[n];
        double rare = 0.5 / rarity;
        for (int i = 0; i < n; i++) {
            boolean drawn = random.nextDouble() < rare;
            pscore[i] = drawn ? rare : 1 - rare;
            evaluated[i] = 0.5;
            rewards[i] = drawn ? reward : 0;
        }
        return LoggedRounds.of(rewards, pscore, evaluated);
    }
}
