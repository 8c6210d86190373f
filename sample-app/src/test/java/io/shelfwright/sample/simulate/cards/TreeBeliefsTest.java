package io.shelfwright.sample.simulate.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.sample.data.Draws;
import io.shelfwright.testkit.RandomCases;
import org.junit.jupiter.api.Test;

class TreeBeliefsTest {
    private static final double SAME = Double.POSITIVE_INFINITY;

    @Test
    void whereNobodyDiffersItIsTheUsualPosteriorMean() {
        CardWorld world = SmallWorlds.world(2, 2, 5, 2, 1);
        SeenCards seen = new SeenCards(4, 5);
        see(seen, 0, 3, 6, 2);
        see(seen, 3, 3, 4, 1);
        TreeBeliefs beliefs = new TreeBeliefs(world, seen, new TreePrior(0.1, 10, SAME, SAME));
        for (int user = 0; user < 4; user++) {
            assertThat(chances(beliefs, user)[3]).isCloseTo((0.1 * 10 + 3) / (10 + 10), within(1e-12));
            assertThat(chances(beliefs, user)[0]).isCloseTo(0.1, within(1e-12));
        }
    }

    @Test
    void aLoneSegmentIsNotCountedTwice() {
        CardWorld world = SmallWorlds.world(1, 1, 5, 2, 1);
        SeenCards seen = new SeenCards(1, 5);
        see(seen, 0, 2, 30, 6);
        TreeBeliefs beliefs = new TreeBeliefs(world, seen, new TreePrior(0.1, 20, 20, SAME));
        // The mean of all cards is worth 20 views for the card, so 20 * 20 / 40 = 10 for its only segment.
        assertThat(chances(beliefs, 0)[2]).isCloseTo((0.1 * 10 + 6) / (10 + 30), within(1e-12));
    }

    @Test
    void aSegmentLearnsFromOthersDiscountedAndAListenerFromTheSegment() {
        CardWorld world = SmallWorlds.world(2, 2, 5, 2, 1);
        SeenCards seen = new SeenCards(4, 5);
        see(seen, 0, 1, 90, 45);
        TreeBeliefs beliefs = new TreeBeliefs(world, seen, new TreePrior(0.02, 10, 30, 60));
        // Upwards: 90 views are worth 36 for the segment, those 36 * 30 / 66 for the card, all at a share of 1/2.
        double up = 36 * 30 / 66.0;
        double card = (10 * 0.02 + up * 0.5) / (10 + up);
        assertThat(chances(beliefs, 2)[1]).isCloseTo(card, within(1e-12));
        // Downwards in the own segment: the others say 0.02 with 10 views, worth 7.5 for the segment.
        double segment = (7.5 * 0.02 + 18) / (7.5 + 36);
        assertThat(chances(beliefs, 1)[1]).isCloseTo(segment, within(1e-12));
        // For the listener the rest of the segment says 0.02 with 7.5 views, worth 7.5 * 60 / 67.5.
        double worth = 7.5 * 60 / 67.5;
        assertThat(chances(beliefs, 0)[1]).isCloseTo((worth * 0.02 + 45) / (worth + 90), within(1e-12));
    }

    @Test
    void chancesAreProbabilitiesAndAStreamMoreNeverLowersAnyones() {
        RandomCases.run(60, (seed, random) -> {
            CardWorld world = SmallWorlds.world(3, 3, 6, 2, seed);
            SeenCards seen = new SeenCards(9, 6);
            SeenCards more = new SeenCards(9, 6);
            for (int i = 0; i < 200; i++) {
                int user = random.nextInt(9);
                int card = random.nextInt(6);
                boolean streamed = random.nextInt(5) == 0;
                seen.add(user, card, streamed);
                more.add(user, card, streamed || i == 17);
            }
            TreePrior prior = new TreePrior(
                    0.01 + random.nextDouble() / 2,
                    1 + random.nextInt(50),
                    1 + random.nextInt(500),
                    1 + random.nextInt(500));
            TreeBeliefs beliefs = new TreeBeliefs(world, seen, prior);
            TreeBeliefs raised = new TreeBeliefs(world, more, prior);
            for (int user = 0; user < 9; user++) {
                double[] before = chances(beliefs, user);
                double[] after = chances(raised, user);
                for (int card = 0; card < 6; card++) {
                    assertThat(before[card]).isBetween(0.0, 1.0);
                    assertThat(after[card]).isGreaterThanOrEqualTo(before[card] - 1e-12);
                }
            }
        });
    }

    @Test
    void theFitFindsWhetherSegmentsDiffer() {
        assertThat(fitted(0.0).segments()).isGreaterThanOrEqualTo(1000);
        TreePrior apart = fitted(0.9);
        assertThat(apart.segments()).isLessThanOrEqualTo(50);
        assertThat(apart.mean()).isBetween(0.05, 0.3);
    }

    /** Fits to cards of which a share has a chance of its own in each segment. */
    private static TreePrior fitted(double own) {
        CardWorld world = SmallWorlds.world(8, 2, 60, 2, 1);
        SeenCards seen = new SeenCards(16, 60);
        Draws draws = new Draws(4);
        for (int card = 0; card < 60; card++) {
            double common = 0.3 * draws.next();
            for (int segment = 0; segment < 8; segment++) {
                double chance = (1 - own) * common + own * 0.3 * draws.next();
                for (int view = 0; view < 80; view++) {
                    seen.add(2 * segment + view % 2, card, draws.next() < chance);
                }
            }
        }
        TreeBeliefs beliefs = new TreeBeliefs(world, seen, TreePrior.start(false));
        new TreeFit(seen, 8, 60).fit(beliefs);
        return beliefs.prior();
    }

    private static void see(SeenCards seen, int user, int card, int views, int streams) {
        for (int view = 0; view < views; view++) {
            seen.add(user, card, view < streams);
        }
    }

    private static double[] chances(TreeBeliefs beliefs, int user) {
        double[] chances = new double[beliefs.cards()];
        beliefs.write(user, chances, new double[chances.length]);
        return chances;
    }
}
