package io.shelfwright.learning.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.learning.evaluation.EvaluationSettings;
import io.shelfwright.learning.evaluation.Evaluator;
import io.shelfwright.learning.evaluation.ExampleTable;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** How often the gate errs, in seeded worlds whose truth is known; docs/evaluation.md quotes it. */
class GateErrorRatesTest {
    @Test
    void aModelThatIsAsGoodIsBlessedInAboutOneOfTwentyWorldsAtMost() {
        Map<Verdict, Integer> verdicts = verdicts(200, 1);
        // Of 200 worlds 10 are expected at the level of 5 %; more than 19 come about once in a thousand such tests.
        assertThat(verdicts.getOrDefault(Verdict.BLESSED, 0)).isLessThanOrEqualTo(19);
        assertThat(verdicts.getOrDefault(Verdict.REFUSED, 0)).isLessThanOrEqualTo(30);
    }

    @Test
    void aModelThatIsClearlyBetterIsMostlyBlessedAndNeverRefused() {
        Map<Verdict, Integer> verdicts = verdicts(60, 0);
        assertThat(verdicts.getOrDefault(Verdict.BLESSED, 0)).isGreaterThan(50);
        assertThat(verdicts.getOrDefault(Verdict.REFUSED, 0)).isLessThanOrEqualTo(1);
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
            ExampleTable table = new JudgedWorld(5000 + world).table(60, 1, live, 1);
            Verdict verdict = gate.judge(Evidence.of(Evaluator.evaluate(table, gate.settings(table))))
                    .verdict();
            verdicts.merge(verdict, 1, Integer::sum);
        }
        return verdicts;
    }
}
