package io.shelfwright.learning.whatif;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.PageRecord;
import io.shelfwright.api.SlotRecord;
import io.shelfwright.api.SnapshotException;
import io.shelfwright.engine.PageOdds;
import io.shelfwright.engine.SlotOdds;
import io.shelfwright.engine.SlotOdds.CardOdds;
import io.shelfwright.engine.experience.ExperienceLogReader;
import io.shelfwright.engine.experience.ReactionLabels;
import io.shelfwright.engine.generation.Calibration;
import io.shelfwright.engine.generation.TrialModel;
import io.shelfwright.learning.TestPages;
import io.shelfwright.learning.dataset.Attribution;
import io.shelfwright.spi.FeatureMatrix;
import io.shelfwright.spi.FeatureSchema;
import io.shelfwright.spi.Ranker;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Explored slots with three cards that are played with probabilities 0.1, 0.3 and 0.6. */
class ModelTrialTest {
    private static final double[] PLAYED = {0.1, 0.3, 0.6};
    private static final double[] LOGGED = {0.5, 0.3, 0.2};
    private static final double[] BETTER = {0.2, 0.3, 0.5};
    private static final double[] WORSE = {0.8, 0.15, 0.05};
    private static final List<TrialModel> ONE = models(1);
    private static final List<TrialModel> TWO = models(2);

    @TempDir
    Path directory;

    private final List<PageRecord> pages = new ArrayList<>();
    private final List<Interaction> interactions = new ArrayList<>();

    @Test
    void whatAModelWouldHaveDrawnIsWorthWhatItIsWorth() {
        log(3000, true, 0.5);
        WhatIfReport report =
                trial(odds(BETTER)).estimate(reader(), page -> true, ONE).report();
        assertThat(report.refusals()).isEmpty();
        double truth = value(BETTER) - value(LOGGED);
        assertThat(report.difference().low()).isLessThan(truth);
        assertThat(report.difference().high()).isGreaterThan(truth);
        assertThat(report.verdict()).isEqualTo("better");
        assertThat(report.estimates().get("DR").value()).isCloseTo(value(BETTER), within(0.05));
        assertThat(report.weights().mean()).isCloseTo(1, within(0.05));
        assertThat(report.outside()).isZero();
    }

    @Test
    void twoModelsAreComparedWithEachOtherAndNotWithWhatWasLogged() {
        log(3000, true, 0.5);
        WhatIfReport report =
                trial(odds(WORSE, BETTER)).estimate(reader(), page -> true, TWO).report();
        double truth = value(WORSE) - value(BETTER);
        assertThat(report.difference().low()).isLessThan(truth);
        assertThat(report.difference().high()).isGreaterThan(truth).isNegative();
        WhatIfReport same = trial(odds(BETTER, BETTER))
                .estimate(reader(), page -> true, TWO)
                .report();
        assertThat(same.difference().value()).isZero();
        assertThat(same.difference().se()).isZero();
    }

    @Test
    void aSharpPolicyHasAVerdictWhereItsWeightsPass() {
        double[] certain = {0, 0, 1};
        log(1000, true, 0.5);
        ModelTrial.Outcome outcome = trial(odds(certain)).estimate(reader(), page -> true, ONE);
        assertThat(outcome.report().refusals())
                .as("one card in five has all the weight")
                .isEmpty();
        assertThat(outcome.report().difference().low()).isPositive();
    }

    @Test
    void aCardThatAModelWouldNeverDrawDoesNotMakeEveryStepALargeOne() {
        log(260, true, 0.5);
        ModelTrial.Outcome outcome = trial(odds(new double[] {0, 0, 1})).estimate(reader(), page -> true, ONE);
        assertThat(outcome.step()).isLessThan(1);
        assertThat(outcome.report().refusals()).isEmpty();
    }

    @Test
    void slatesAreWeighedAsAWholeAndDownToEachSlot() {
        // Two slots, weights 2 and 3: all rewards by 6, or the first by 2 and the second by 6.
        WeighedPage page =
                new WeighedPage("u", "r", new double[] {2, 3}, new double[] {1, 10}, new double[2], 0, 0, 5, 2, 0);
        WeighedPage plain =
                new WeighedPage("v", "s", new double[] {1, 1}, new double[] {1, 1}, new double[2], 0, 0, 2, 2, 0);
        SlateTerms terms = SlateTerms.of(List.of(page, plain), Unit.USER);
        assertThat(terms.sips().value()).isEqualTo((66 + 2) / 2.0);
        assertThat(terms.rips().value()).isEqualTo((62 + 2) / 2.0);
        assertThat(terms.weights().mean()).isEqualTo(3.5);
        assertThat(terms.json().path("refused").toString()).contains("effective sample size");
    }

    @Test
    void withOneSlotAllSlateEstimatorsAreTheItemPositionOne() {
        log(1000, true, 0.5);
        ModelTrial.Outcome outcome = trial(odds(BETTER)).estimate(reader(), page -> true, ONE);
        double ipw = outcome.report().estimates().get("IPW").value();
        assertThat(outcome.slates().at("/sips/value").asDouble()).isCloseTo(ipw, within(1e-12));
        assertThat(outcome.slates().at("/rips/value").asDouble()).isCloseTo(ipw, within(1e-12));
    }

    @Test
    void aStepGoesFromWhatWasLoggedToTheModel() {
        ExploredSlot slot = new ExploredSlot(slot(true, BETTER), 1, 1);
        assertThat(slot.probabilities(0, 0)).containsExactly(LOGGED, within(1e-12));
        assertThat(slot.probabilities(0, 1)).containsExactly(BETTER, within(1e-12));
        double first = Math.sqrt(0.5 * (0.9 * 0.2 + 0.1 * 0.5));
        double last = Math.sqrt(0.2 * (0.9 * 0.5 + 0.1 * 0.2));
        double sum = first + 0.3 + last;
        assertThat(slot.probabilities(0, 0.5))
                .containsExactly(new double[] {first / sum, 0.3 / sum, last / sum}, within(1e-12));
    }

    @Test
    void aLogWithoutExplorationSaysSo() {
        log(50, false, 1);
        assertThatThrownBy(() -> trial(odds(BETTER)).estimate(reader(), page -> true, ONE))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("no logged page can be weighed");
    }

    @Test
    void pagesThatDoNotComeOutAgainAreLeftOutAndCounted() {
        log(300, true, 0.49999);
        Map<String, Integer> leftOut = trial(odds(BETTER))
                .estimate(reader(), page -> true, ONE)
                .report()
                .leftOut();
        // Half of the pages show the card whose propensity is not what comes out.
        assertThat(leftOut).containsOnlyKeys("whose logged cards or propensities do not come out again");
        assertThat(leftOut.values()).allSatisfy(count -> assertThat(count).isBetween(120, 180));
        assertThatThrownBy(() -> trial((page, models) -> {
                            throw new SnapshotException("gone");
                        })
                        .estimate(reader(), page -> true, ONE))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("its snapshot is gone)=300");
    }

    @Test
    void onlyTheNewestPagesAreBuiltAgain() {
        log(400, true, 0.5);
        ModelTrial trial = new ModelTrial(odds(BETTER), reward(), Attribution.DEFAULT, 120, line -> {});
        assertThat(trial.estimate(reader(), page -> true, ONE).report().pages()).isEqualTo(120);
    }

    private static double value(double[] policy) {
        double value = 0;
        for (int card = 0; card < policy.length; card++) {
            value += policy[card] * PLAYED[card];
        }
        return value;
    }

    private void log(int count, boolean explored, double firstPropensity) {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < count; i++) {
            double uniform = random.nextDouble();
            int card = uniform < 0.5 ? 0 : uniform < 0.8 ? 1 : 2;
            double propensity = card == 0 ? firstPropensity : LOGGED[card];
            String user = "u" + i % 300;
            SlotRecord slot = TestPages.slot("card" + card, 1, explored ? propensity : 1, explored, true, 0);
            pages.add(TestPages.page(user, "r" + i, TestPages.AT.plusSeconds(i), "f", List.of(slot)));
            if (random.nextDouble() < PLAYED[card]) {
                interactions.add(TestPages.did(
                        "i" + i, user, InteractionType.PLAY, "card" + card, "r" + i, TestPages.AT.plusSeconds(i + 5)));
            }
        }
        var unused = TestPages.log(directory, pages, interactions);
    }

    private ExperienceLogReader reader() {
        return new ExperienceLogReader(directory);
    }

    private static ModelTrial trial(ModelTrial.Odds odds) {
        return new ModelTrial(odds, reward(), Attribution.DEFAULT, 100_000, line -> {});
    }

    private static Reward reward() {
        return Reward.of("stream", Map.of(), new ReactionLabels());
    }

    private static ModelTrial.Odds odds(double[]... trials) {
        return (page, models) -> new PageOdds(List.of(slot(true, trials)), 1);
    }

    private static SlotOdds slot(boolean eligible, double[]... trials) {
        List<CardOdds> cards = new ArrayList<>();
        for (int card = 0; card < LOGGED.length; card++) {
            cards.add(new CardOdds("card" + card, LOGGED[card], 0.3));
        }
        return new SlotOdds(0, 0, "shelf", 1, eligible, "card0", cards, List.of(trials));
    }

    private static List<TrialModel> models(int count) {
        List<TrialModel> models = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            models.add(new TrialModel(new Silent(), Calibration.IDENTITY));
        }
        return models;
    }

    /** What the models draw is in the odds here. */
    private static final class Silent implements Ranker {
        @Override
        public Optional<FeatureSchema> trainedOn() {
            return Optional.empty();
        }

        @Override
        public void score(FeatureMatrix rows, float[] logits) {
            throw new IllegalStateException("not to be asked");
        }
    }
}
