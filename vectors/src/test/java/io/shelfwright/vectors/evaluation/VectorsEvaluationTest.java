package io.shelfwright.vectors.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.typesafe.config.ConfigFactory;
import com.typesafe.config.ConfigObject;
import io.shelfwright.api.BadRequestException;
import io.shelfwright.vectors.Interactions;
import io.shelfwright.vectors.RandomInteractions;
import io.shelfwright.vectors.TrainingSetup;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class VectorsEvaluationTest {
    private static final ConfigObject NONE = ConfigFactory.empty().root();

    @Test
    void autoChoosesTheSameTwiceAndBeatsPopularity() {
        Split split = HoldOut.of(synthetic(), 0.2, 5);
        VectorsReport first = report(split, "auto", NONE, false);
        VectorsReport again = report(split, "auto", NONE, false);
        VectorsReport popular = report(split, "popularity", NONE, false);
        assertThat(again.metrics()).isEqualTo(first.metrics());
        assertThat(again.trials()).isEqualTo(first.trials());
        assertThat(first.metrics().ndcg20())
                .isGreaterThan(1.2 * popular.metrics().ndcg20());
        assertThat(first.trials().stream().map(Trial::algorithm).distinct())
                .containsExactly("ials", "ease", "ials+ease", "item-knn", "popularity");
        assertThat(first.trials().stream().filter(trial -> trial.algorithm().equals("ials")))
                .hasSizeLessThanOrEqualTo(5);
        assertThat(first.json().get("nDCG@20").asDouble())
                .isEqualTo(first.metrics().ndcg20());
        assertThat(first.json().get("trials")).hasSameSizeAs(first.trials());
    }

    @Test
    void theTestIsNotLookedAtWhenSettingsAreChosen() {
        Split split = HoldOut.of(synthetic(), 0.2, 5);
        Split other = new Split(split.train(), HoldOut.of(synthetic(), 0.5, 6).test(), split.counts());
        assertThat(report(other, "auto", NONE, false).algorithm().settings())
                .isEqualTo(report(split, "auto", NONE, false).algorithm().settings());
    }

    @Test
    void tuningReportsEveryTrialAndTakesOneThatIsAsGoodAsTheBest() {
        Split split = HoldOut.of(synthetic(), 0.2, 5);
        List<Double> heard = new ArrayList<>();
        TrainingSetup setup = TrainingSetup.of(3).withProgress((step, done, total, value) -> heard.add(value));
        Tuning tuning = VectorsEvaluation.choose(
                split.train(),
                "ials",
                ConfigFactory.parseString("dimension=8, epochs=4").root(),
                true,
                4,
                setup);
        assertThat(tuning.trials()).hasSizeBetween(2, 4);
        assertThat(heard).hasSameSizeAs(tuning.trials());
        double best = tuning.trials().stream()
                .mapToDouble(trial -> trial.metrics().ndcg20())
                .max()
                .orElseThrow();
        Trial taken = tuning.trials().stream()
                .filter(trial -> trial.settings().equals(tuning.chosen().settings()))
                .findFirst()
                .orElseThrow();
        assertThat(taken.metrics().ndcg20()).isGreaterThanOrEqualTo(best / 1.005);
    }

    @Test
    void whatCannotBeTunedIsRefused() {
        Split split = HoldOut.of(synthetic(), 0.2, 5);
        assertThatThrownBy(() -> report(split, "popularity", NONE, true))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("nothing to tune");
        assertThatThrownBy(() -> report(
                        split, "auto", ConfigFactory.parseString("dimension=8").root(), false))
                .hasMessageContaining("auto chooses the settings itself");
    }

    /** The reference figures of the data's own README; how equal likenesses are ordered moves item-knn by .0005. */
    @Test
    void theProtocolGivesTheReferenceFiguresOfTheFixedSplit() {
        Split split = shared();
        RankingMetrics ease = report(split, "ease", NONE, false).metrics();
        assertThat(ease.users()).isEqualTo(1_859);
        assertThat(ease.recall10()).isCloseTo(0.2489, within(0.00005));
        assertThat(ease.ndcg10()).isCloseTo(0.2714, within(0.00005));
        assertThat(ease.recall20()).isCloseTo(0.3467, within(0.00005));
        assertThat(ease.ndcg20()).isCloseTo(0.3196, within(0.00005));
        RankingMetrics knn = report(split, "item-knn", NONE, false).metrics();
        assertThat(knn.ndcg20()).isCloseTo(0.3060, within(0.0008));
        assertThat(knn.recall20()).isCloseTo(0.3341, within(0.0008));
        RankingMetrics popular = report(split, "popularity", NONE, false).metrics();
        assertThat(popular.recall10()).isCloseTo(0.0856, within(0.00005));
        assertThat(popular.ndcg10()).isCloseTo(0.0870, within(0.00005));
        assertThat(popular.ndcg20()).isCloseTo(0.1066, within(0.0003));
    }

    @Test
    void smallVectorsAlreadyBeatTheReferencesOnTheFixedSplit() {
        RankingMetrics ials = report(
                        shared(),
                        "ials",
                        ConfigFactory.parseString("dimension=48, epochs=6").root(),
                        false)
                .metrics();
        assertThat(ials.ndcg20()).isGreaterThan(0.3196);
    }

    private static VectorsReport report(Split split, String algorithm, ConfigObject settings, boolean tune) {
        return VectorsEvaluation.of(split, algorithm, settings, tune, 5, TrainingSetup.of(2));
    }

    private static Interactions synthetic() {
        return RandomInteractions.of(new SplittableRandom(11), 150, 60, 5, false);
    }

    private static Split shared() {
        Path folder = Path.of("").toAbsolutePath();
        while (folder != null && !Files.isDirectory(folder.resolve("shared/data/lastfm-2k-colakg-split"))) {
            folder = folder.getParent();
        }
        assumeTrue(folder != null, "no folder shared/data/lastfm-2k-colakg-split beside the project");
        Path split = folder.resolve("shared/data/lastfm-2k-colakg-split");
        return Split.read(split.resolve("train.txt.gz"), split.resolve("test.txt.gz"));
    }
}
