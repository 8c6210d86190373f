package io.shelfwright.learning.dataset;

import static io.shelfwright.learning.TestPages.AT;
import static io.shelfwright.learning.TestPages.page;
import static io.shelfwright.learning.TestPages.slot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.SlotRecord;
import io.shelfwright.engine.experience.ReactionLabels;
import io.shelfwright.learning.TestFeatures;
import io.shelfwright.learning.dataset.DatasetBuilder.Built;
import io.shelfwright.learning.dataset.JoinedPage.JoinedCard;
import io.shelfwright.learning.report.Refusal;
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
                build(List.of(joined("u", "r", 0, FINGERPRINT, new JoinedCard(0, slot("a", ROW), List.of())))));
        for (int column = 0; column < ROW.length; column++) {
            assertThat(Float.floatToRawIntBits(set.features().get(0, column)))
                    .isEqualTo(Float.floatToRawIntBits(ROW[column]));
        }
    }

    @Test
    void pagesOfAnotherTransformAreCountedAndLeftOut() {
        JoinedCard card = new JoinedCard(0, slot("a", ROW), List.of());
        Built built =
                build(List.of(joined("u", "r", 0, "feedfacefeedface", card), joined("u", "s", 1, FINGERPRINT, card)));
        assertThat(built.dataset().size()).isEqualTo(1);
        assertThat(built.report().otherSchemaPages()).isEqualTo(1);
    }

    @Test
    void onlyPagesOfAnotherTransformAreAClearRefusal() {
        JoinedPage old = joined("u", "r", 0, "feedfacefeedface", new JoinedCard(0, slot("a", ROW), List.of()));
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
                new JoinedCard(0, changed, List.of()),
                new JoinedCard(0, slot("b", ROW), List.of()))));
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
                new JoinedCard(0, slot("a", 1, 2), List.of()),
                new JoinedCard(0, slot("b", ROW), List.of()))));
        assertThat(built.report().misfitRows()).isEqualTo(1);
    }

    @Test
    void positivesAreCountedByObjective() {
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
            pages.add(joined("u", "r" + i, i, FINGERPRINT, new JoinedCard(0, slot("a", ROW), reactions)));
        }
        Built built = build(pages);
        assertThat(built.report().positives())
                .containsEntry("stream", 5)
                .containsEntry("save", 0)
                .containsEntry("hide", 30);
        assertThat(trainingSet(built).label(59, 2)).isEqualTo(0.2f);
    }

    @Test
    void theOrderOfTheLogDoesNotMatter() {
        List<JoinedPage> pages = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            float[] row = {i, i, 0, 0};
            pages.add(joined("u" + i % 7, "r" + i, i % 5, FINGERPRINT, new JoinedCard(0, slot("a", row), List.of())));
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

    private static JoinedPage joined(String user, String request, int hour, String fingerprint, JoinedCard... cards) {
        List<SlotRecord> slots =
                java.util.Arrays.stream(cards).map(JoinedCard::slot).toList();
        return new JoinedPage(
                page(user, request, AT.plus(Duration.ofHours(hour)), fingerprint, slots), false, List.of(cards));
    }

    private static Built build(List<JoinedPage> pages) {
        DatasetBuilder builder = new DatasetBuilder(TestFeatures.SCHEMA, new ReactionLabels());
        pages.forEach(builder::add);
        return builder.build();
    }

    private static TrainingSet trainingSet(Built built) {
        int[] all = new int[built.dataset().size()];
        java.util.Arrays.setAll(all, i -> i);
        return built.dataset().trainingSet(all);
    }
}
