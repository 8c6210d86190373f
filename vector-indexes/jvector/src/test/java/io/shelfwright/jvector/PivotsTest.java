package io.shelfwright.jvector;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

class PivotsTest {

    @Test
    void eightForEachRootAreDrawnAndTheBestSixteenAreEntriesBestFirst() {
        Pivots pivots = Pivots.of(10_000);

        int[] entries = pivots.entries(point -> point % 1000);

        assertThat(pivots.size()).isEqualTo(800);
        assertThat(entries).hasSize(16).doesNotHaveDuplicates();
        int[] scores = Arrays.stream(entries).map(point -> point % 1000).toArray();
        for (int i = 1; i < scores.length; i++) {
            assertThat(scores[i]).isLessThanOrEqualTo(scores[i - 1]);
        }
        int worst = scores[15];
        int[] all = pivotsOf(pivots);
        assertThat(Arrays.stream(all).filter(point -> point % 1000 > worst).count())
                .isLessThan(16);
    }

    @Test
    void fewPointsAreAllPivotsAndNoPointsHaveNone() {
        assertThat(Pivots.of(5).entries(point -> point)).containsExactly(4, 3, 2, 1, 0);
        assertThat(Pivots.of(0).entries(point -> point)).isEmpty();
    }

    @Test
    void theSameNumberOfPointsHasTheSamePivots() {
        assertThat(pivotsOf(Pivots.of(3_000))).isEqualTo(pivotsOf(Pivots.of(3_000)));
    }

    private static int[] pivotsOf(Pivots pivots) {
        int[] seen = new int[pivots.size()];
        int[] count = {0};
        pivots.entries(point -> {
            seen[count[0]++] = point;
            return 0;
        });
        return seen;
    }
}
