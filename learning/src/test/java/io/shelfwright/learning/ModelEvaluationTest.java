package io.shelfwright.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.SnapshotException;
import io.shelfwright.learning.ModelEvaluation.Choice;
import io.shelfwright.learning.evaluation.EvaluationReport;
import io.shelfwright.learning.evaluation.EvaluationSettings;
import io.shelfwright.learning.evaluation.IntervalMethod;
import io.shelfwright.learning.evaluation.Measured;
import io.shelfwright.learning.evaluation.ResamplingUnit;
import io.shelfwright.learning.evaluation.ScoreColumn;
import io.shelfwright.learning.evaluation.ServingCost;
import io.shelfwright.learning.gate.Evidence;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelEvaluationTest {
    private static final EvaluationSettings QUICK = EvaluationSettings.DEFAULTS
            .draws(100, 1)
            .intervals(IntervalMethod.BOOTSTRAP, ResamplingUnit.AUTO)
            .slices(List.of("kind"));

    @TempDir
    Path directory;

    @Test
    void aPublishedModelIsMeasuredAgainstTheOneBeforeItAndItsCostByTheTimerGiven() throws IOException {
        LearningWorld world = new LearningWorld(directory, new SyntheticLog(1, 200, 4, true, 1));
        LearningLoop loop = new LearningLoop(world.plugins());
        assertThat(loop.learn(world.request("logistic", "l2 = 0.5")).reasons()).isEmpty();
        AtomicLong clock = new AtomicLong();
        ModelEvaluation evaluation = new ModelEvaluation(world.plugins(), () -> clock.getAndAdd(2_000_000));

        Evidence first = evaluation.evaluate(world.request("logistic", ""), new Choice("", "", false), table -> QUICK);
        assertThat(first.firstModel()).isTrue();
        EvaluationReport report = first.report();
        assertThat(report.models()).containsExactly("candidate", "live", "heuristics", "popularity");
        assertThat(report.slices()).extracting(slice -> slice.name()).containsExactly("kind=albums", "kind=artists");
        Measured gain = report.overall()
                .difference("stream", ScoreColumn.POPULARITY, "ndcg@10")
                .orElseThrow();
        assertThat(gain.low()).isPositive();
        ServingCost cost = report.costs().get("candidate");
        // Each round takes 2 ms by this timer, for at least 1,000 rows in whole passes.
        assertThat(cost.cpuMillisPer1000()).isBetween(1.0, 2.0);
        assertThat(cost.bytes()).isPositive();

        Path card = world.snapshots.open().model("logistic").orElseThrow().resolve("model-card.md");
        assertThat(Files.readString(card))
                .contains(
                        "# Model card: logistic", "## Intended use", "## Lineage", "## Measures: stream", "| ndcg@10 |")
                .contains("## Slices", "kind=albums", "## Verdict: blessed, against heuristics", "## Limits");
    }

    @Test
    void aModelLikeTheOneInUseIsInconclusiveAndNotPublished() {
        LearningWorld world = new LearningWorld(directory, new SyntheticLog(1, 200, 4, true, 1));
        LearningLoop loop = new LearningLoop(world.plugins());
        loop.learn(world.request("logistic", "l2 = 0.5"));
        LearningReport again = loop.learn(world.request("logistic", "l2 = 0.5"));
        assertThat(again.published()).isFalse();
        assertThat(again.reasons())
                .singleElement()
                .asString()
                .startsWith("the gate says inconclusive: The gain in ndcg@10 of stream over live is +0.00000");
        assertThat(world.snapshots.current()).contains("000002");
        assertThat(String.join("\n", again.lines())).contains("unsure: The gain", "inconclusive");
    }

    @Test
    void theLabelsOfTheConfigurationHoldForLearningForEvaluatingAndForAblation() {
        LearningWorld world = new LearningWorld(directory, new SyntheticLog(1, 200, 4, true, 1));
        assertThat(new LearningLoop(world.plugins())
                        .learn(world.request("logistic", "l2 = 0.5"))
                        .published())
                .isTrue();
        // Where a play says nothing, keeping alone is a positive; and nothing is attributed within a second.
        String rarer = "learning.label-settings { play = 0 }\n";
        String none = "learning.dataset.windows = [\"play=1s\", \"save=1s\", \"hide=1s\"]\n";
        ModelEvaluation evaluation = new ModelEvaluation(world.plugins(), () -> 0);
        double usual = meanLabel(evaluation, world.request("logistic", ""));
        assertThat(meanLabel(evaluation, world.request("logistic", "", rarer))).isBetween(0.1 * usual, 0.5 * usual);
        assertThat(new LearningLoop(world.plugins())
                        .learn(world.request("logistic", "", none))
                        .reasons())
                .singleElement()
                .asString()
                .contains("0 positives");
        assertThatThrownBy(() ->
                        new FeatureAblation(world.plugins()).run(world.request("logistic", "", none), List.of(), QUICK))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("0 positives");
    }

    private static double meanLabel(ModelEvaluation evaluation, LearningRequest request) {
        return evaluation
                .evaluate(request, new Choice("", "", false), table -> QUICK)
                .report()
                .json()
                .at("/overall/objectives/stream/meanLabel")
                .asDouble();
    }

    @Test
    void criteriaBesideTheConfigurationDecideWhatIsPublished() throws IOException {
        LearningWorld world = new LearningWorld(directory, new SyntheticLog(1, 200, 4, true, 1));
        Files.writeString(directory.resolve("shipping.conf"), "goal { first-model = refuse }\n");
        assertThat(new LearningLoop(world.plugins())
                        .learn(world.request("logistic", ""))
                        .reasons())
                .singleElement()
                .asString()
                .startsWith("the gate says refused: There is no model before this one");
    }

    @Test
    void aModelThatIsNotThereIsNamed() {
        LearningWorld world = new LearningWorld(directory, new SyntheticLog(1, 20, 2, true, 1));
        ModelEvaluation evaluation = new ModelEvaluation(world.plugins(), () -> 0);
        assertThatThrownBy(() ->
                        evaluation.evaluate(world.request("logistic", ""), new Choice("", "", false), table -> QUICK))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("snapshot 000001 holds no model 'logistic'");
    }

    @Test
    void aFeatureThatMattersIsMissedAndOneThatDoesNotIsNot() {
        LearningWorld world = new LearningWorld(directory, new SyntheticLog(2, 200, 4, true, 1));
        FeatureAblation ablation = new FeatureAblation(world.plugins());
        List<String> features = List.of(
                TestFeatures.SCHEMA.features().get(0).name(),
                TestFeatures.SCHEMA.features().get(3).name());
        AblationReport report = ablation.run(world.request("logistic", "l2 = 0.5"), features, QUICK.slices(List.of()));
        assertThat(report.json()
                        .path("groups")
                        .path(features.get(0))
                        .path("auc")
                        .path("change")
                        .asDouble())
                .isLessThan(-0.05);
        assertThat(report.json()
                        .path("groups")
                        .path(features.get(1))
                        .path("auc")
                        .path("change")
                        .asDouble())
                .isBetween(-0.02, 0.02);
        assertThat(report.lines()).hasSize(3);
        assertThat(world.snapshots.versions()).containsExactly("000001");
        assertThatThrownBy(() -> ablation.run(world.request("logistic", ""), List.of("moon"), QUICK))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("no group of features 'moon'");
    }
}
