package io.shelfwright.vectors.sessions;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.vectors.ItemFactors;
import io.shelfwright.vectors.TrainingSetup;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

class SessionVectorsTest {
    private static final SessionVectorsSettings SMALL = new SessionVectorsSettings(8, 3, 5, 0.5, 20, 0.05);

    @Test
    void itemsPlayedOneAfterTheOtherLieTogether() {
        ItemFactors factors = train(4);
        for (int item = 0; item < 10; item++) {
            for (int other = 0; other < 10; other++) {
                if (item != other && item % 2 == other % 2) {
                    assertThat(cosine(factors, item, other)).isGreaterThan(cosine(factors, item, (other + 1) % 10));
                }
            }
        }
    }

    @Test
    void aSeedGivesTheSameBytesAndAnotherSeedOthers() {
        assertThat(train(4).values()).containsExactly(train(4).values());
        assertThat(train(5).values()).isNotEqualTo(train(4).values());
    }

    @Test
    void anItemOfNoSessionHasNoVector() {
        ItemFactors factors = train(4);
        assertThat(factors.known().get(10)).isFalse();
        assertThat(factors.known().get(11)).isFalse();
        assertThat(factors.known().cardinality()).isEqualTo(10);
    }

    @Test
    void theLossFalls() {
        List<Double> losses = new ArrayList<>();
        SessionVectors.train(
                12, sessions(), SMALL, TrainingSetup.of(1).withProgress((step, done, total, loss) -> losses.add(loss)));
        assertThat(losses).hasSize(20);
        assertThat(losses.get(19)).isLessThan(losses.get(0));
    }

    @Test
    void noiseIsDrawnByThePowerOfPlays() {
        NoiseDraws draws = new NoiseDraws(new long[] {0, 1, 4, 0, 16}, 0.5);
        int[] drawn = new int[5];
        SplittableRandom random = new SplittableRandom(2);
        for (int draw = 0; draw < 70_000; draw++) {
            drawn[draws.next(random)]++;
        }
        assertThat(drawn[0] + drawn[3]).isZero();
        assertThat(drawn[1] / 10_000.0).isCloseTo(1, within(0.05));
        assertThat(drawn[2] / 10_000.0).isCloseTo(2, within(0.1));
        assertThat(drawn[4] / 10_000.0).isCloseTo(4, within(0.1));
    }

    private static ItemFactors train(long seed) {
        return SessionVectors.train(12, sessions(), SMALL, TrainingSetup.of(seed));
    }

    /** Sessions of even items and of odd ones; item 10 is only ever played alone. */
    private static List<int[]> sessions() {
        SplittableRandom random = new SplittableRandom(3);
        List<int[]> sessions = new ArrayList<>();
        sessions.add(new int[] {10});
        for (int s = 0; s < 300; s++) {
            int[] session = new int[6];
            for (int at = 0; at < 6; at++) {
                session[at] = 2 * random.nextInt(5) + s % 2;
            }
            sessions.add(session);
        }
        return sessions;
    }

    private static double cosine(ItemFactors factors, int a, int b) {
        double dot = 0;
        double first = 0;
        double second = 0;
        for (int c = 0; c < factors.dimension(); c++) {
            double x = factors.values()[a * factors.dimension() + c];
            double y = factors.values()[b * factors.dimension() + c];
            dot += x * y;
            first += x * x;
            second += y * y;
        }
        return dot / Math.sqrt(first * second);
    }
}
