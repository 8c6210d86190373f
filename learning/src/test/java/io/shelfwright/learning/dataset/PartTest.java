package io.shelfwright.learning.dataset;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.EnumMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PartTest {

    @Test
    void theSharesAreKeptForNumberedNames() {
        Map<Part, Integer> counts = new EnumMap<>(Part.class);
        for (int i = 0; i < 20_000; i++) {
            counts.merge(Part.of("user-" + i, 1), 1, Integer::sum);
        }
        assertThat(counts.get(Part.TRAIN) / 20_000.0).isCloseTo(0.70, within(0.015));
        assertThat(counts.get(Part.CALIBRATION) / 20_000.0).isCloseTo(0.15, within(0.01));
        assertThat(counts.get(Part.TEST) / 20_000.0).isCloseTo(0.15, within(0.01));
    }

    @Test
    void aUserStaysInOnePartAndAnotherSeedDrawsAnew() {
        int moved = 0;
        for (int i = 0; i < 1000; i++) {
            assertThat(Part.of("user-" + i, 1)).isEqualTo(Part.of("user-" + i, 1));
            moved += Part.of("user-" + i, 1) == Part.of("user-" + i, 2) ? 0 : 1;
        }
        assertThat(moved).isBetween(350, 580);
    }
}
