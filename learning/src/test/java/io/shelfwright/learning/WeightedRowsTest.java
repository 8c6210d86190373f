package io.shelfwright.learning;

import static io.shelfwright.learning.TestPages.row;
import static io.shelfwright.learning.TestPages.slot;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.learning.dataset.Dataset;
import io.shelfwright.learning.dataset.DatasetRow;
import io.shelfwright.learning.report.Refusal;
import java.time.Duration;
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

        assertThat(rows.dataset().row(0).weight()).isCloseTo(1.6, within(1e-12));
        assertThat(rows.dataset().row(1).weight()).isCloseTo(0.4, within(1e-12));
        assertThat(rows.meanRawWeight()).isEqualTo(2.5);
        assertThat(rows.effectiveSampleSize()).isCloseTo(25.0 / 17, within(1e-9));
    }

    @Test
    void anObjectiveNeedsEnoughPositivesAndTheMainOneAlwaysStays() {
        List<DatasetRow> rows = new ArrayList<>();
        for (int i = 0; i < 35; i++) {
            rows.add(row(slot("a"), true, true, i < 5 ? STREAM : HIDE));
        }

        assertThat(weighted(rows).dataset().objectives()).containsExactly("stream", "hide");
        assertThat(weighted(rows).dataset().row(34).labels()).containsExactly(0, 1);
        assertThat(weighted(rows.subList(0, 34)).dataset().objectives()).containsExactly("stream");
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
        LearningRules loose = new LearningRules(Duration.ofHours(24), 30, 200, 20, 0.05, 1e-4, 1e4, 200);
        assertThatThrownBy(() -> weighted(rows, loose).require(loose))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("effective sample of 25.0 of 4000 rows");
        LearningRules clipped = new LearningRules(Duration.ofHours(24), 30, 200, 20, 0.05, 0.5, 5, 200);
        weighted(rows, clipped).require(clipped);
    }

    @Test
    void tooFewPositivesAreRefused() {
        List<DatasetRow> rows = new ArrayList<>();
        for (int i = 0; i < 300; i++) {
            rows.add(row(slot("a"), false, false, NOTHING));
        }
        assertThatThrownBy(() -> weighted(rows).require(LearningRules.DEFAULT))
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("0 positives of 'stream', needed are 20");
    }

    private static WeightedRows weighted(List<DatasetRow> rows) {
        return weighted(rows, LearningRules.DEFAULT);
    }

    private static WeightedRows weighted(List<DatasetRow> rows, LearningRules rules) {
        return WeightedRows.of(new Dataset(TestFeatures.SCHEMA, List.of("stream", "save", "hide"), rows), rules);
    }
}
