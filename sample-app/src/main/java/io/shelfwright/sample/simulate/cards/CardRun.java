package io.shelfwright.sample.simulate.cards;

import io.shelfwright.sample.data.Draws;

/**
 * One policy in one seeded run of rounds.
 *
 * <p>Who visits and what they would do with which card is drawn from seed, round and visit alone, so that all policies of a seed meet
 * the same listeners.
 */
final class CardRun {
    private final CardWorld world;
    private final Carousel carousel;
    private final long seed;

    CardRun(CardWorld world, Carousel carousel, long seed) {
        this.world = world;
        this.carousel = carousel;
        this.seed = seed;
    }

    /**
     * Returns the cumulative regret after each round: what the best lists earn in expectation less what was streamed.
     *
     * @param visits of a round
     */
    double[] regret(CardPolicy policy, int rounds, int visits) {
        double[] regret = new double[rounds];
        Draws draws = new Draws(seed, 61);
        int[] users = new int[visits];
        int[][] lists = new int[visits][carousel.slots()];
        int[] streamed = new int[visits];
        double sum = 0;
        for (int round = 0; round < rounds; round++) {
            Draws arrivals = new Draws(seed, 62, round);
            for (int visit = 0; visit < visits; visit++) {
                users[visit] = arrivals.below(world.listeners().size());
                sum += world.optimum(users[visit]);
            }
            policy.choose(users, lists, draws);
            mix(lists, draws);
            for (int visit = 0; visit < visits; visit++) {
                streamed[visit] = streamed(round, visit, users[visit], lists[visit]);
                sum -= streamed[visit] == Carousel.NOTHING ? 0 : 1;
            }
            policy.learn(users, lists, streamed);
            regret[round] = sum;
        }
        return regret;
    }

    /** The cards that are visible at first are seen in any order; the released code exchanges whole lists instead. */
    private void mix(int[][] lists, Draws draws) {
        if (carousel.feedback() == Feedback.RELEASED) {
            for (int i = Math.min(carousel.visible(), lists.length) - 1; i > 0; i--) {
                int other = draws.below(i + 1);
                int[] list = lists[i];
                lists[i] = lists[other];
                lists[other] = list;
            }
            return;
        }
        for (int[] list : lists) {
            for (int i = carousel.visible() - 1; i > 0; i--) {
                int other = draws.below(i + 1);
                int card = list[i];
                list[i] = list[other];
                list[other] = card;
            }
        }
    }

    /** Returns the first slot whose card is streamed. */
    private int streamed(int round, int visit, int user, int[] list) {
        for (int slot = 0; slot < list.length; slot++) {
            double draw = new Draws(seed, 63, round, visit, list[slot]).next();
            if (draw < world.probability(user, list[slot])) {
                return slot;
            }
        }
        return Carousel.NOTHING;
    }
}
