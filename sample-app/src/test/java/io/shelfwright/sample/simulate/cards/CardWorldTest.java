package io.shelfwright.sample.simulate.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.testkit.RandomCases;
import org.junit.jupiter.api.Test;

class CardWorldTest {

    @Test
    void theChanceOfACardIsTheSigmoidOfTheProductWithAConstant() {
        Listeners one = new Listeners(new double[][] {{2, -1}}, new int[] {0});
        CardWorld world = new CardWorld(new double[][] {{0.5, 1, -3}, {0, 0, 0}}, one, 1);
        assertThat(world.probability(0, 0)).isCloseTo(1 / (1 + Math.exp(3)), within(1e-15));
        assertThat(world.probability(0, 1)).isEqualTo(0.5);
        assertThat(world.optimum(0)).isEqualTo(0.5);
    }

    @Test
    void noListEarnsMoreThanTheOptimum() {
        RandomCases.run(20, (seed, random) -> {
            CardWorld world = SmallWorlds.world(3, 4, 12, 3, seed);
            for (int user = 0; user < world.listeners().size(); user++) {
                double best = 0;
                for (int a = 0; a < 12; a++) {
                    for (int b = 0; b < a; b++) {
                        for (int c = 0; c < b; c++) {
                            double nothing = (1 - world.probability(user, a))
                                    * (1 - world.probability(user, b))
                                    * (1 - world.probability(user, c));
                            best = Math.max(best, 1 - nothing);
                        }
                    }
                }
                assertThat(world.optimum(user)).isCloseTo(best, within(1e-12));
            }
            CardWorld.Figures figures = world.figures();
            assertThat(figures.optimum()).isGreaterThanOrEqualTo(figures.ofSegments());
            assertThat(figures.ofSegments()).isGreaterThan(figures.meanProbability());
        });
    }

    @Test
    void whatDoesNotFitIsRefused() {
        Listeners listeners = SmallWorlds.listeners(1, 2, 1);
        assertThatThrownBy(() -> new CardWorld(new double[3][4], listeners, 2))
                .isInstanceOf(BadRequestException.class)
                .hasMessage("cards have 4 dimensions and listeners 4; cards need one more, for the constant");
        assertThatThrownBy(() -> new CardWorld(new double[3][5], listeners, 3))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("more cards than slots are needed");
    }

    @Test
    void aLargerPopulationHasItsFirstSegmentAroundTheListenersAndTheOthersHalfCorrelated() {
        double[][] cards = SmallWorlds.cards(50, 3);
        Listeners given = SmallWorlds.listeners(1, 9, 3);
        Listeners made = given.enlarged(cards, 4, 2000, 5);
        assertThat(made.size()).isEqualTo(8000);
        assertThat(made.segmentCount()).isEqualTo(4);
        double[] mean = mean(given, 0);
        double length = Math.sqrt(dot(mean, mean));
        for (int segment = 0; segment < 4; segment++) {
            double[] centre = mean(made, segment);
            assertThat(Math.sqrt(dot(centre, centre))).isCloseTo(length, within(0.05 * length));
            assertThat(dot(centre, mean) / length / length).isCloseTo(segment == 0 ? 1 : 0.5, within(0.05));
        }
        assertThat(given.enlarged(cards, 4, 2000, 5).vectors()).isDeepEqualTo(made.vectors());
        assertThat(given.enlarged(cards, 4, 2000, 6).vectors()[5000]).isNotEqualTo(made.vectors()[5000]);
    }

    private static double[] mean(Listeners listeners, int segment) {
        double[] mean = new double[listeners.vectors()[0].length];
        int count = 0;
        for (int user = 0; user < listeners.size(); user++) {
            if (listeners.segments()[user] == segment) {
                count++;
                for (int d = 0; d < mean.length; d++) {
                    mean[d] += listeners.vectors()[user][d];
                }
            }
        }
        for (int d = 0; d < mean.length; d++) {
            mean[d] /= count;
        }
        return mean;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int d = 0; d < a.length; d++) {
            sum += a[d] * b[d];
        }
        return sum;
    }
}
