package io.shelfwright.learning.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.learning.evaluation.EvaluationSettings;
import io.shelfwright.learning.evaluation.Evaluator;
import io.shelfwright.learning.evaluation.ExampleTable;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * How often the gate errs, in seeded worlds whose truth is known; docs/evaluation.md quotes it.
 *
 * <p>{@code -Dshelfwright.gate.worlds=800 -Dshelfwright.gate.users=200} measures more worlds, of more users.
 */
class GateErrorRatesTest {
    private static final int WORLDS = Integer.getInteger("shelfwright.gate.worlds", 200);
    private static final int USERS = Integer.getInteger("shelfwright.gate.users", 60);

    @Test
    void aModelThatIsAsGoodIsBlessedInAboutOneOfTwentyWorldsAtMost() {
        Map<Verdict, Integer> verdicts = verdicts(WORLDS, 1);
        // Beyond the mean at the level of 5 % by three standard deviations: once in a thousand such tests.
        assertThat(verdicts.getOrDefault(Verdict.BLESSED, 0))
                .as(verdicts.toString())
                .isLessThanOrEqualTo((int) (0.05 * WORLDS + 3 * Math.sqrt(0.05 * 0.95 * WORLDS)));
        assertThat(verdicts.getOrDefault(Verdict.REFUSED, 0))
                .as(verdicts.toString())
                .isLessThanOrEqualTo(15 * WORLDS / 100);
    }

    @Test
    void aModelThatIsClearlyBetterIsMostlyBlessedAndNeverRefused() {
        int worlds = Math.max(60, WORLDS / 4);
        Map<Verdict, Integer> verdicts = verdicts(worlds, 0);
        assertThat(verdicts.getOrDefault(Verdict.BLESSED, 0))
                .as(verdicts.toString())
                .isGreaterThan(5 * worlds / 6);
        assertThat(verdicts.getOrDefault(Verdict.REFUSED, 0))
                .as(verdicts.toString())
                .isLessThanOrEqualTo(1);
    }

    private static Map<Verdict, Integer> verdicts(int worlds, double live) {
        ShippingCriteria defaults = CriteriaFile.defaults();
        ShippingCriteria criteria = new ShippingCriteria(
                EvaluationSettings.DEFAULTS.draws(100, 1).slices(List.of("market")),
                defaults.goal(),
                List.of(new LimitSettings("log-loss", "", 0.02, -1e300, 1e300)),
                defaults.health());
        Gate gate = new Gate(criteria);
        Map<Verdict, Integer> verdicts = new EnumMap<>(Verdict.class);
        for (int world = 0; world < worlds; world++) {
            ExampleTable table = new JudgedWorld(5000 + world).table(USERS, 1, live, 1);
            Verdict verdict = gate.judge(Evidence.of(Evaluator.evaluate(table, gate.settings(table))))
                    .verdict();
            verdicts.merge(verdict, 1, Integer::sum);
        }
        if (Integer.getInteger("shelfwright.gate.worlds") != null) {
            System.out.println(USERS + " users, live model knows " + live + ": " + verdicts);
        }
        return verdicts;
    }
}
