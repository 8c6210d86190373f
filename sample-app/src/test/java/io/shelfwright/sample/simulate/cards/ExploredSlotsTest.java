package io.shelfwright.sample.simulate.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.sample.data.Draws;
import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExploredSlotsTest {
    private static final int CARDS = 30;
    private static final int DRAWS = 30_000;

    private final ExploredSlots slots = new ExploredSlots(new Carousel(12, 3, Feedback.VIEWPORT), CARDS);

    @Test
    void cardsAreDrawnAsOftenAsTheirPropensitySays() {
        double[] chances = new double[CARDS];
        double[] worth = new double[CARDS];
        for (int card = 0; card < CARDS; card++) {
            chances[card] = 0.3 / (card + 2);
            worth[card] = 20 + 100 * (card % 3);
        }
        int[] counts = new int[CARDS];
        Draws draws = new Draws(3);
        for (int i = 0; i < DRAWS; i++) {
            int[] list = IntStream.range(0, 12).toArray();
            slots.draw(chances, worth, list, draws);
            assertThat(Arrays.stream(list).distinct().count()).isEqualTo(12);
            counts[list[4]]++;
        }
        // The fifth slot: all cards that are not in the other eleven.
        double sum = 0;
        for (int card = 0; card < CARDS; card++) {
            if (card == 4 || card >= 12) {
                sum += Math.exp(ExploredSlots.score(chances[card], worth[card]) / 0.25);
            }
        }
        for (int card = 0; card < CARDS; card++) {
            double p = card == 4 || card >= 12
                    ? 0.98 * Math.exp(ExploredSlots.score(chances[card], worth[card]) / 0.25) / sum + 0.02 / 19
                    : 0;
            assertThat((double) counts[card] / DRAWS).isCloseTo(p, within(5 * Math.sqrt(p / DRAWS) + 1e-12));
        }
        assertThat(slots.health().draws()).isEqualTo(2 * DRAWS);
        assertThat(slots.health().mean()).isCloseTo(1, within(4 * slots.health().error()));
        assertThat(slots.health().least()).isBetween(0.02 / 19, 0.05);
    }

    @Test
    void optimismIsAtMostAFactorOfTwo() {
        assertThat(ExploredSlots.score(0.1, 1e9)).isCloseTo(Math.log(0.1), within(1e-3));
        assertThat(ExploredSlots.score(0.1, 0.01)).isCloseTo(Math.log(0.2), within(1e-12));
    }

    @Test
    void aWrongPropensityShowsInTheMean() {
        PropensityHealth health = new PropensityHealth();
        Draws draws = new Draws(1);
        for (int i = 0; i < 10_000; i++) {
            // Drawn evenly from four cards, told as if two of them were drawn three times as often.
            health.drawn(draws.below(4) < 2 ? 0.375 : 0.125, 4);
        }
        assertThat(Math.abs(health.mean() - 1)).isGreaterThan(4 * health.error());
    }
}
