package io.shelfwright.learning.gate;

import static org.assertj.core.api.Assertions.assertThat;

import com.typesafe.config.ConfigFactory;
import io.shelfwright.learning.evaluation.Direction;
import io.shelfwright.learning.evaluation.EvaluationReport;
import io.shelfwright.learning.evaluation.Evaluator;
import io.shelfwright.learning.evaluation.ExampleTable;
import io.shelfwright.learning.evaluation.Metric;
import io.shelfwright.learning.evaluation.MetricRole;
import io.shelfwright.learning.evaluation.ServingCost;
import io.shelfwright.learning.offpolicy.Estimate;
import io.shelfwright.learning.offpolicy.LoggedRounds;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateTest {
    private static final String QUICK = "evaluation { replicates = 200 }\n";

    @TempDir
    Path directory;

    @Test
    void aModelThatIsBetterIsBlessed() {
        GateDecision decision = judge("", new JudgedWorld(1).table(300, 1, 0.2, 1));
        assertThat(decision.lines()).last().isEqualTo("verdict: blessed");
        assertThat(decision.blessed()).isTrue();
        assertThat(decision.reasons().get(0))
                .startsWith("The gain in ndcg@10 of stream over live is +0.")
                .contains("on 300 users; the lower bound is above +0.00000 as is asked for.");
    }

    @Test
    void aModelThatIsWorseIsRefused() {
        GateDecision decision = judge("", new JudgedWorld(2).table(300, 0, 1, 0));
        assertThat(decision.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(decision.reasons().get(0)).contains("it is shown to be worse than is asked for");
    }

    @Test
    void aModelThatIsAsGoodIsNeitherAndSaysSo() {
        GateDecision decision = judge("", new JudgedWorld(3).table(300, 1, 1, 1));
        assertThat(decision.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(decision.reasons().get(0)).contains("not shown to be better, and not to be worse");
        assertThat(decision.json().path("verdict").asText()).isEqualTo("inconclusive");
        assertThat(decision.json().path("blessed").asBoolean()).isFalse();
    }

    @Test
    void aModelThatIsBetterOnTheWholeButWorseOnASliceIsRefusedForTheSlice() {
        String slices = "goal { slice-margin = 0.01 }\n";
        GateDecision decision = judge(slices, new JudgedWorld(4).table(800, 1, 0.1, -0.5));
        assertThat(decision.findings().get(0).outcome()).isEqualTo(Finding.Outcome.PASSED);
        assertThat(decision.verdict()).isEqualTo(Verdict.REFUSED);
        assertThat(decision.reasons())
                .singleElement()
                .asString()
                .startsWith("On the slice market=DE (200 units) ndcg@10 changes by -")
                .contains("Holm's correction for 2 slices");
    }

    @Test
    void aRequiredSliceMustBeThereAndHaveEnoughRows() {
        ExampleTable table = new JudgedWorld(1).table(300, 1, 0.2, 1);
        assertThat(judge("goal { required-slices = [\"market=FI\"] }\n", table).reasons())
                .contains("The slice market=FI is missing: there is no row of it.");
        assertThat(judge("goal { required-slices = [\"tier=premium\"] }\n", table)
                        .reasons())
                .singleElement()
                .asString()
                .contains("required slice tier=premium was not measured");
        GateDecision few =
                judge("goal { required-slices = [\"market=DE\"] }\nevaluation { min-slice-examples = 2000 }\n", table);
        assertThat(few.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(few.reasons()).singleElement().asString().contains("has 1200 rows, too few to judge it");
        assertThat(judge("goal { required-slices = [\"market=DE\"], slice-margin = 0.05 }\n", table)
                        .blessed())
                .isTrue();
    }

    @Test
    void aGuardrailOutsideItsBoundsRefusesWhateverTheGoalSays() {
        ExampleTable table = new JudgedWorld(1).table(300, 1, 0.2, 1);
        assertThat(judge("limits = [{ metric = calibration, at-least = 2 }]\n", table)
                        .reasons())
                .singleElement()
                .asString()
                .startsWith("The guardrail calibration is 0.")
                .contains("allowed is at least 2: it is outside.");
        assertThat(judge("limits = [{ metric = ece, at-most = 0.3 }]\n", table).blessed())
                .isTrue();
        assertThat(judge("limits = [{ metric = \"ndcg@10\", margin = 0 }]\n", table)
                        .blessed())
                .isTrue();
    }

    @Test
    void costsAreGuardrailsToo() {
        EvaluationReport report = report(criteria(""), new JudgedWorld(1).table(300, 1, 0.2, 1))
                .costs(Map.of("candidate", new ServingCost(250, 1000)));
        GateDecision decision = new Gate(criteria("")).judge(Evidence.of(report));
        assertThat(decision.reasons())
                .containsExactly("The guardrail cpu-ms-per-1000 is 250, allowed is at most 100: it is outside.");
    }

    @Test
    void aModelOfOtherFeaturesAndALogOfFalsePropensitiesAreRefused() {
        EvaluationReport report = report(criteria(""), new JudgedWorld(1).table(300, 1, 0.2, 1));
        PropensityHealth.Sum sum = new PropensityHealth.Sum();
        for (int i = 0; i < 400; i++) {
            sum.add(10, i % 2 == 0 ? 0.05 : 0.2);
        }
        GateDecision decision = new Gate(criteria(""))
                .judge(Evidence.of(report)
                        .schemaDifferences(List.of("user.x is missing"))
                        .propensities(sum.health()));
        assertThat(decision.reasons())
                .satisfiesExactly(
                        schema -> assertThat(schema).contains("user.x is missing"),
                        health -> assertThat(health).contains("of 400 drawn cards is 1.25", "are not true"));
    }

    @Test
    void noVerdictRestsOnAnOffPolicyEstimateWithBadWeights() {
        ExampleTable table = new JudgedWorld(1).table(300, 1, 0.2, 1);
        double[] reward = new double[1000];
        double[] likely = new double[1000];
        Arrays.setAll(reward, i -> i % 2);
        Arrays.fill(likely, 0.5);
        double[] evaluated = likely.clone();
        evaluated[0] = 1;
        double[] rare = likely.clone();
        rare[0] = 0.0001;
        OffPolicyEvidence bad = OffPolicyEvidence.of(LoggedRounds.of(reward, rare, evaluated));
        OffPolicyEvidence worse =
                new OffPolicyEvidence(new Estimate(-0.1, 0.01, -0.12, -0.08), List.of(), "a round", Map.of());

        String required = "health { require-off-policy = true }\n";
        assertThat(judge(required, table, bad).reasons())
                .singleElement()
                .asString()
                .startsWith("No verdict rests on the off-policy estimate: the effective sample size is")
                .contains("the largest weight");
        assertThat(judge("", table, bad).blessed()).isTrue();
        assertThat(judge("", table, worse).reasons()).singleElement().asString().contains("shown to be wrong");
        OffPolicyEvidence same = OffPolicyEvidence.of(LoggedRounds.of(reward, likely, likely));
        assertThat(judge(required, table, same).blessed()).isTrue();
    }

    @Test
    void aLogWhoseScoresDoNotComeOutAgainRefuses() {
        EvaluationReport report = report(criteria(""), new JudgedWorld(1).table(300, 1, 0.2, 1));
        Gate gate = new Gate(criteria(""));
        assertThat(gate.judge(Evidence.of(report).parity(new ParityEvidence(20, 200, 0, List.of())))
                        .blessed())
                .isTrue();
        assertThat(gate.judge(Evidence.of(report).parity(ParityEvidence.none("no such page")))
                        .blessed())
                .isTrue();
        assertThat(gate.judge(Evidence.of(report).parity(new ParityEvidence(20, 200, 3, List.of("item a"))))
                        .reasons())
                .singleElement()
                .asString()
                .isEqualTo(
                        "Of 200 logged rows of 20 pages, 3 have other scores now than when they were served, so what is"
                                + " logged is not what the model saw: item a.");
    }

    @Test
    void aLimitOfEveryShelfKindIsOneForEach() {
        List<LimitSettings> limits = new LimitSettings("ece-excess:*", "", 1e300, -1e300, 0.1)
                .expanded(List.of(metric("ece-excess"), metric("ece-excess:albums"), metric("ece-excess:artists")));
        assertThat(limits).extracting(LimitSettings::metric).containsExactly("ece-excess:albums", "ece-excess:artists");
        assertThat(limits).extracting(LimitSettings::atMost).containsOnly(0.1);
        assertThat(CriteriaFile.defaults().limits())
                .extracting(LimitSettings::metric)
                .contains("ece-excess:*");
    }

    private static Metric metric(String name) {
        return new Metric(name, MetricRole.GUARDRAIL, Direction.LOWER, "", true, true);
    }

    @Test
    void aFirstModelNeedsARuleAndIsJudgedByIt() {
        ExampleTable table = new JudgedWorld(3).table(300, 1, 1, 1);
        EvaluationReport report = report(criteria(""), table);
        Evidence first = Evidence.of(report).firstModel(true);
        assertThat(new Gate(criteria("")).judge(first).baseline()).isEqualTo("heuristics");
        assertThat(new Gate(criteria("")).judge(first).blessed()).isTrue();
        assertThat(new Gate(criteria("goal { first-model = refuse }\n"))
                        .judge(first)
                        .reasons())
                .singleElement()
                .asString()
                .contains("goal.first-model = refuse");
        GateDecision unknown = new Gate(criteria("goal { first-model = beats-popularity }\n")).judge(first);
        assertThat(unknown.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(unknown.reasons().get(0)).contains("no scores of the baseline 'popularity'");
    }

    @Test
    void holmMultipliesTheSmallestMost() {
        assertThat(Holm.adjusted(new double[] {0.02, 0.01, 0.9, 0.03})).containsExactly(0.06, 0.04, 0.9, 0.06);
        assertThat(Holm.adjusted(new double[] {})).isEmpty();
    }

    @Test
    void criteriaAreReadWithTheirDefaultsAndEveryMistakeIsNamed() throws IOException {
        ShippingCriteria own = criteria("goal { min-gain = 0.01 }\n");
        assertThat(own.goal().minGain()).isEqualTo(0.01);
        assertThat(own.limits()).hasSize(6);
        assertThat(ConfigFactory.parseString(own.text()).getDouble("goal.min-gain"))
                .isEqualTo(0.01);
        Path file = Files.writeString(
                directory.resolve("wrong.conf"),
                "goal { min-gian = 1 }\nlimits = [{ metric = ece }, { metric = x, at-least = 2, at-most = 1 }]\ngates {}\n");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> CriteriaFile.read(file)))
                .hasMessageContaining("did you mean 'min-gain'")
                .hasMessageContaining("the limit of ece limits nothing")
                .hasMessageContaining("above at-most")
                .hasMessageContaining("unknown section; there are evaluation, goal, limits, health");
        assertThat(org.assertj.core.api.Assertions.catchThrowable(
                        () -> CriteriaFile.read(directory.resolve("none.conf"))))
                .hasMessageContaining("none.conf");
    }

    private GateDecision judge(String criteria, ExampleTable table) {
        return new Gate(criteria(criteria)).judge(Evidence.of(report(criteria(criteria), table)));
    }

    private GateDecision judge(String criteria, ExampleTable table, OffPolicyEvidence evidence) {
        return new Gate(criteria(criteria))
                .judge(Evidence.of(report(criteria(criteria), table)).offPolicy(evidence));
    }

    private static EvaluationReport report(ShippingCriteria criteria, ExampleTable table) {
        return Evaluator.evaluate(table, new Gate(criteria).settings(table));
    }

    private ShippingCriteria criteria(String text) {
        try {
            return CriteriaFile.read(Files.writeString(directory.resolve("shipping.conf"), QUICK + text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
