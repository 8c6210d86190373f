package io.shelfwright.learning;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.api.SlotRecord;
import io.shelfwright.engine.generation.Calibration;
import io.shelfwright.engine.generation.Calibration.Curve;
import io.shelfwright.learning.dataset.Dataset;
import io.shelfwright.learning.dataset.DatasetRow;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class CalibratorTest {
    private static final Curve ALBUMS = new Curve(0.5, -1);
    private static final Curve ARTISTS = new Curve(1.5, 0.5);

    @Test
    void eachKindGetsItsOwnCurveAndARareOneItsParents() {
        Calibration calibration = fit(20_000, 100, false);
        assertThat(calibration.curve("albums", "stream").a()).isCloseTo(ALBUMS.a(), within(0.06));
        assertThat(calibration.curve("albums", "stream").b()).isCloseTo(ALBUMS.b(), within(0.08));
        assertThat(calibration.curve("artists", "stream").a()).isCloseTo(ARTISTS.a(), within(0.1));
        assertThat(calibration.curve("artists", "stream").b()).isCloseTo(ARTISTS.b(), within(0.1));
        Curve all = calibration.curve(Calibration.ALL, "stream");
        assertThat(calibration.curve("rare", "stream")).isEqualTo(all);
        assertThat(calibration.curve("never-met", "stream")).isEqualTo(all);
    }

    @Test
    void withHardlyAnyRowsLogitsStayAsTheyAre() {
        assertThat(fit(100, 10, false).curve("albums", "stream")).isEqualTo(new Curve(1, 0));
    }

    @Test
    void anOrderIsNeverTurnedAround() {
        Calibration calibration = fit(4000, 300, true);
        for (String kind : List.of("albums", "artists", "rare", Calibration.ALL)) {
            assertThat(calibration.curve(kind, "stream").a()).isPositive();
        }
    }

    private static Calibration fit(int rows, int rare, boolean backwards) {
        SplittableRandom random = new SplittableRandom(7);
        List<DatasetRow> data = new ArrayList<>();
        float[] logits = new float[rows];
        for (int i = 0; i < rows; i++) {
            String kind = i < rare ? "rare" : i % 2 == 0 ? "albums" : "artists";
            logits[i] = (float) random.nextDouble(-3, 3);
            double p = (kind.equals("albums") ? ALBUMS : ARTISTS).probability(backwards ? -logits[i] : logits[i]);
            float label = random.nextDouble() < p ? 1 : 0;
            data.add(row(kind, label));
        }
        int[] all = new int[rows];
        java.util.Arrays.setAll(all, i -> i);
        return new Calibrator(200, row -> 0)
                .fit(
                        new Dataset(TestFeatures.SCHEMA, List.of("stream"), data),
                        all,
                        new ScoredRows(List.of("stream"), logits));
    }

    private static DatasetRow row(String kind, float label) {
        SlotRecord slot =
                new SlotRecord(0, 0, "s", kind, "a", "g", new float[4], new float[1], 0.5, 0.5, 1, 1, true, 1, false);
        return TestPages.row(slot, false, true, label);
    }
}
