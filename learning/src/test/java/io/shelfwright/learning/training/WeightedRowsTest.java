package io.shelfwright.learning.training;

import static io.shelfwright.learning.TestPages.row;
import static io.shelfwright.learning.TestPages.slot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.learning.TestFeatures;
import io.shelfwright.learning.dataset.Dataset;
import io.shelfwright.learning.dataset.DatasetRow;
import io.shelfwright.learning.report.Refusal;
import io.shelfwright.spi.FeatureDeclaration;
import io.shelfwright.spi.FeatureSchema;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class WeightedRowsTest {
    private static final float[] NOTHING = {0, 0, 0};
    private static final float[] STREAM = {1, 0, 0};
    private static final float[] HIDE = {0, 0, 1};

    @Test
    void weightsHaveMeanOne() {
        WeightedRows rows = weighted(List.of(
                row(slot("a", 1, 0.25, true, true), false, false, NOTHING), row(slot("b"), false, false, NOTHING)));

        assertThat(rows.judged().row(0).weight()).isCloseTo(1.6, within(1e-12));
        assertThat(rows.judged().row(1).weight()).isCloseTo(0.4, within(1e-12));
        assertThat(rows.facts().get("meanRawWeight")).isEqualTo(2.5);
        assertThat(rows.effectiveSampleSize()).isCloseTo(25.0 / 17, within(1e-9));
    }

    @Test
    void anObjectiveNeedsEnoughPositivesAndTheMainOneAlwaysStays() {
        List<DatasetRow> rows = new ArrayList<>();
        for (int i = 0; i < 35; i++) {
            rows.add(row(slot("a"), true, true, i < 5 ? STREAM : HIDE));
        }

        assertThat(weighted(rows).judged().objectives()).containsExactly("stream", "hide");
        assertThat(weighted(rows).judged().row(34).labels()).containsExactly(0, 1);
        assertThat(weighted(rows.subList(0, 34)).judged().objectives()).containsExactly("stream");
    }

    @Test
    void aFewRowsThatDecideEverythingAreRefused() {
        List<DatasetRow> rows = new ArrayList<>();
        for (int i = 0; i < 4000; i++) {
            rows.add(
                    i < 25
                            ? row(slot("a", 0.0001, 0.0001, true, true), true, false, STREAM)
                            : row(slot("a"), false, false, NOTHING));
        }
        TrainingSettings loose =
                TestSettings.of("min-examination = 1e-4, max-selection-weight = 1e4, selection-percentile = 1");
        assertThatThrownBy(() -> weighted(rows, loose).require(loose))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("effective sample of 25.0 of 4000 rows");
        TrainingSettings clipped = TestSettings.of("min-examination = 0.5, max-selection-weight = 5");
        weighted(rows, clipped).require(clipped);
    }

    @Test
    void tooFewPositivesAreRefused() {
        List<DatasetRow> rows = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            rows.add(row(slot("a"), false, false, NOTHING));
        }
        assertThatThrownBy(() -> weighted(rows).require(TestSettings.of("")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("0 positives of 'stream', needed are 20");
    }

    @Test
    void theClipIsTheLowerOfTheLimitAndThePercentile() {
        List<DatasetRow> rows = new ArrayList<>();
        for (int i = 1; i <= 100; i++) {
            rows.add(row(slot("a", 1, 1.0 / i, true, true), false, true, NOTHING));
        }
        assertThat(weighted(rows).facts()).containsEntry("selectionClip", 10.0).containsEntry("clippedRows", 90);
        assertThat(weighted(rows, TestSettings.of("max-selection-weight = 1000, selection-percentile = 0.95"))
                        .facts())
                .containsEntry("selectionClip", 95.0)
                .containsEntry("clippedRows", 5);
    }

    @Test
    void negativesOfPopularItemsCountLessInTrainingAndAsBeforeInJudging() {
        List<DatasetRow> rows = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            rows.add(row(slot(i < 30 ? "hit" : "song" + i), false, true, i == 0 ? STREAM : NOTHING));
        }
        WeightedRows weighted = weighted(rows, TestSettings.of("popularity-exponent = 0.5"));
        Dataset trained = weighted.trained();

        assertThat(trained.row(1).weight() / trained.row(35).weight()).isCloseTo(Math.sqrt(1 / 30.0), within(1e-9));
        assertThat(trained.row(0).weight())
                .as("a positive")
                .isEqualTo(trained.row(35).weight());
        assertThat(weighted.judged().row(1).weight())
                .isEqualTo(weighted.judged().row(35).weight());
        assertThat(weighted(rows, TestSettings.of("popularity-exponent = 2, min-popularity-weight = 0.2"))
                                .trained()
                                .row(1)
                                .weight()
                        / weighted(rows, TestSettings.of("popularity-exponent = 2, min-popularity-weight = 0.2"))
                                .trained()
                                .row(35)
                                .weight())
                .isCloseTo(0.2, within(1e-9));
    }

    @Test
    void listenersOfANamedMarketCountMoreInTrainingAlone() {
        List<DatasetRow> rows = List.of(row(slot("a"), false, true, NOTHING), row(slot("b"), false, true, STREAM));
        WeightedRows plain = weighted(rows, TestSettings.of("market-weights { BR = 3 }"));
        WeightedRows swedish = weighted(rows, TestSettings.of("market-weights { SE = 3 }"));

        assertThat(plain.facts()).containsEntry("meanRawWeight", 1.0);
        assertThat(swedish.facts()).containsEntry("meanRawWeight", 3.0);
    }

    @Test
    void newListenersNeedTheFeatureThatTellsThem() {
        List<DatasetRow> rows = List.of(row(slot("a"), false, true, NOTHING));
        assertThatThrownBy(() -> weighted(rows, TestSettings.of("new-listener-weight = 2")))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("user.interactions_log");
        FeatureSchema schema =
                new FeatureSchema(List.of(FeatureDeclaration.of("user.interactions_log", "How much.", "ln", 0, 20)));
        List<DatasetRow> two = List.of(
                row(slot("a", (float) Math.log1p(3)), false, true, NOTHING),
                row(slot("b", (float) Math.log1p(500)), false, true, NOTHING));
        Dataset trained = WeightedRows.of(
                        new Dataset(schema, List.of("stream", "save", "hide"), two),
                        TestSettings.of("new-listener-weight = 4"))
                .trained();

        assertThat(trained.row(0).weight() / trained.row(1).weight()).isCloseTo(4, within(1e-9));
    }

    private static WeightedRows weighted(List<DatasetRow> rows) {
        return weighted(rows, TestSettings.of(""));
    }

    private static WeightedRows weighted(List<DatasetRow> rows, TrainingSettings rules) {
        return WeightedRows.of(new Dataset(TestFeatures.SCHEMA, List.of("stream", "save", "hide"), rows), rules);
    }
}
