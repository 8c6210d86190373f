package io.shelfwright.learning;

import static io.shelfwright.learning.TestPages.AT;
import static io.shelfwright.learning.TestPages.page;
import static io.shelfwright.learning.TestPages.slot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.SlotRecord;
import io.shelfwright.learning.DatasetBuilder.Built;
import io.shelfwright.learning.JoinedPage.JoinedCard;
import io.shelfwright.spi.TrainingSet;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class DatasetBuilderTest {
    private static final String FINGERPRINT = TestFeatures.SCHEMA.fingerprint();
    private static final float[] ROW = {1, Float.NaN, 0.5f, -0.0f};

    @Test
    void theLoggedRowIsTheTrainedRowBitForBit() {
        TrainingSet set = trainingSet(
                build(List.of(joined("u", "r", 0, FINGERPRINT, new JoinedCard(slot("a", ROW), List.of())))));
        for (int column = 0; column < ROW.length; column++) {
            assertThat(Float.floatToRawIntBits(set.features().get(0, column)))
                    .isEqualTo(Float.floatToRawIntBits(ROW[column]));
        }
    }

    @Test
    void pagesOfAnotherTransformAreCountedAndLeftOut() {
        JoinedCard card = new JoinedCard(slot("a", ROW), List.of());
        Built built =
                build(List.of(joined("u", "r", 0, "feedfacefeedface", card), joined("u", "s", 1, FINGERPRINT, card)));
        assertThat(built.dataset().size()).isEqualTo(1);
        assertThat(built.report().otherSchemaPages()).isEqualTo(1);
    }

    @Test
    void onlyPagesOfAnotherTransformAreAClearRefusal() {
        JoinedPage old = joined("u", "r", 0, "feedfacefeedface", new JoinedCard(slot("a", ROW), List.of()));
        assertThatThrownBy(() -> build(List.of(old)))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("feedfacefeedface")
                .hasMessageContaining(FINGERPRINT);
    }

    @Test
    void aCardChangedAfterItsDrawIsLeftOut() {
        SlotRecord changed = slot("a", 1, 0.1, true, false, ROW);
        Built built = build(List.of(joined(
                "u",
                "r",
                0,
                FINGERPRINT,
                new JoinedCard(changed, List.of()),
                new JoinedCard(slot("b", ROW), List.of()))));
        assertThat(built.dataset().size()).isEqualTo(1);
        assertThat(built.report().invalidPropensityRows()).isEqualTo(1);
    }

    @Test
    void aRowThatDoesNotFitTheSchemaIsLeftOut() {
        Built built = build(List.of(joined(
                "u",
                "r",
                0,
                FINGERPRINT,
                new JoinedCard(slot("a", 1, 2), List.of()),
                new JoinedCard(slot("b", ROW), List.of()))));
        assertThat(built.report().misfitRows()).isEqualTo(1);
    }

    @Test
    void weightsHaveMeanOne() {
        Built built = build(List.of(joined(
                "u",
                "r",
                0,
                FINGERPRINT,
                new JoinedCard(slot("a", 1, 0.25, true, true, ROW), List.of()),
                new JoinedCard(slot("b", ROW), List.of()))));
        TrainingSet set = trainingSet(built);
        assertThat(set.weight(0)).isCloseTo(1.6f, within(1e-6f));
        assertThat(set.weight(1)).isCloseTo(0.4f, within(1e-6f));
        assertThat(built.report().meanRawWeight()).isEqualTo(2.5);
        assertThat(built.report().effectiveSampleSize()).isCloseTo(25.0 / 17, within(1e-9));
    }

    @Test
    void anObjectiveNeedsEnoughPositivesAndTheMainOneAlwaysStays() {
        List<JoinedPage> pages = new ArrayList<>();
        for (int i = 0; i < 60; i++) {
            List<Interaction> reactions = new ArrayList<>();
            if (i < 5) {
                reactions.add(Interaction.of("u", InteractionType.PLAY, "a"));
            } else if (i < 35) {
                reactions.add(Interaction.of("u", InteractionType.HIDE, "a"));
            } else {
                reactions.add(Interaction.of("u", InteractionType.SKIP, "a"));
            }
            pages.add(joined("u", "r" + i, i, FINGERPRINT, new JoinedCard(slot("a", ROW), reactions)));
        }
        Built built = build(pages);
        assertThat(built.dataset().objectives()).containsExactly("stream", "hide");
        assertThat(built.report().positives())
                .containsEntry("stream", 5)
                .containsEntry("save", 0)
                .containsEntry("hide", 30);
        assertThat(trainingSet(built).label(59, 1)).isEqualTo(0.2f);
        assertThat(build(pages.subList(0, 34)).dataset().objectives()).containsExactly("stream");
    }

    @Test
    void theOrderOfTheLogDoesNotMatter() {
        List<JoinedPage> pages = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            float[] row = {i, i, 0, 0};
            pages.add(joined("u" + i % 7, "r" + i, i % 5, FINGERPRINT, new JoinedCard(slot("a", row), List.of())));
        }
        TrainingSet expected = trainingSet(build(pages));
        List<JoinedPage> shuffled = new ArrayList<>(pages);
        SplittableRandom random = new SplittableRandom(1);
        for (int i = shuffled.size() - 1; i > 0; i--) {
            Collections.swap(shuffled, i, random.nextInt(i + 1));
        }
        TrainingSet again = trainingSet(build(shuffled));
        assertThat(again.features().values()).isEqualTo(expected.features().values());
        for (int row = 1; row < again.rows(); row++) {
            assertThat(again.group(row)).isEqualTo(row);
        }
    }

    @Test
    void aFewRowsThatDecideEverythingAreRefused() {
        List<JoinedPage> pages = new ArrayList<>();
        List<Interaction> played = List.of(Interaction.of("u", InteractionType.PLAY, "a"));
        for (int i = 0; i < 4000; i++) {
            SlotRecord slot = i < 25 ? slot("a", 0.0001, 0.0001, true, true, ROW) : slot("a", ROW);
            pages.add(joined("u" + i, "r", 0, FINGERPRINT, new JoinedCard(slot, i < 25 ? played : List.of())));
        }
        LearningRules loose = new LearningRules(Duration.ofHours(24), 30, 200, 20, 0.05, 1e-4, 1e4, 200);
        Built built = build(pages, loose);
        assertThatThrownBy(() -> DatasetCheck.require(built.report(), loose))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("effective sample of 25.0 of 4000 rows");
        LearningRules clipped = new LearningRules(Duration.ofHours(24), 30, 200, 20, 0.05, 0.5, 5, 200);
        DatasetCheck.require(build(pages, clipped).report(), clipped);
    }

    @Test
    void tooFewPositivesAreRefused() {
        List<JoinedPage> pages = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            pages.add(joined("u" + i, "r", 0, FINGERPRINT, new JoinedCard(slot("a", ROW), List.of())));
        }
        assertThatThrownBy(() -> DatasetCheck.require(build(pages).report(), LearningRules.DEFAULT))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("0 positives of 'stream', needed are 20");
    }

    private static JoinedPage joined(String user, String request, int hour, String fingerprint, JoinedCard... cards) {
        List<SlotRecord> slots =
                java.util.Arrays.stream(cards).map(JoinedCard::slot).toList();
        return new JoinedPage(
                page(user, request, AT.plus(Duration.ofHours(hour)), fingerprint, slots), false, List.of(cards));
    }

    private static Built build(List<JoinedPage> pages) {
        return build(pages, LearningRules.DEFAULT);
    }

    private static Built build(List<JoinedPage> pages, LearningRules rules) {
        DatasetBuilder builder = new DatasetBuilder(TestFeatures.SCHEMA, new StandardLabels(), rules);
        pages.forEach(builder::add);
        return builder.build();
    }

    private static TrainingSet trainingSet(Built built) {
        int[] all = new int[built.dataset().size()];
        java.util.Arrays.setAll(all, i -> i);
        return built.dataset().trainingSet(all);
    }
}
