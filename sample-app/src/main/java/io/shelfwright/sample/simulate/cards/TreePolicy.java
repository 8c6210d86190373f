package io.shelfwright.sample.simulate.cards;

import io.shelfwright.sample.data.Draws;
import org.jspecify.annotations.Nullable;

/** Shows the cards of highest score by what is believed of a listener's chances ({@link TreeBeliefs}). */
final class TreePolicy implements CardPolicy {
    /** The prior is fitted anew when this many times as much was seen. */
    private static final double FIT_AGAIN = 1.5;

    private final Carousel carousel;
    private final SeenCards seen;
    private final TreeBeliefs beliefs;
    private final TreeFit fit;
    private final boolean draws;
    private final @Nullable ExploredSlots explored;
    private final double[] chances;
    private final double[] worth;
    private final double[] scores;
    private final TopCards top;
    private long views;
    private long viewsAtFit;

    private TreePolicy(
            CardWorld world, Carousel carousel, boolean listeners, boolean draws, @Nullable ExploredSlots explored) {
        this.carousel = carousel;
        this.draws = draws;
        this.explored = explored;
        seen = new SeenCards(world.listeners().size(), world.cards());
        beliefs = new TreeBeliefs(world, seen, TreePrior.start(listeners));
        fit = new TreeFit(seen, world.listeners().segmentCount(), world.cards());
        chances = new double[world.cards()];
        worth = new double[world.cards()];
        scores = new double[world.cards()];
        top = new TopCards(carousel.slots());
    }

    /** Returns a policy that shows the cards of highest mean, without any exploration of its own. */
    static TreePolicy greedy(CardWorld world, Carousel carousel, boolean listeners) {
        return new TreePolicy(world, carousel, listeners, false, null);
    }

    /** Returns a policy that draws every chance from its belief (Thompson sampling). */
    static TreePolicy thompson(CardWorld world, Carousel carousel, boolean listeners) {
        return new TreePolicy(world, carousel, listeners, true, null);
    }

    /** Returns the greedy policy with a draw in two declared slots. */
    static TreePolicy plackettLuce(CardWorld world, Carousel carousel, boolean listeners) {
        return new TreePolicy(world, carousel, listeners, false, new ExploredSlots(carousel, world.cards()));
    }

    @Override
    public void choose(int[] users, int[][] lists, Draws random) {
        for (int visit = 0; visit < users.length; visit++) {
            beliefs.write(users[visit], chances, worth);
            if (draws) {
                for (int card = 0; card < scores.length; card++) {
                    scores[card] =
                            BetaDraw.next(worth[card] * chances[card], worth[card] * (1 - chances[card]), random);
                }
                top.choose(scores, random, lists[visit]);
            } else {
                top.choose(chances, random, lists[visit]);
            }
            if (explored != null) {
                explored.draw(chances, worth, lists[visit], random);
            }
        }
    }

    @Override
    public void learn(int[] users, int[][] lists, int[] streamed) {
        for (int visit = 0; visit < users.length; visit++) {
            int last = carousel.seen(streamed[visit]);
            for (int slot = 0; slot < last; slot++) {
                seen.add(users[visit], lists[visit][slot], slot == streamed[visit]);
            }
            views += last;
        }
        if (views >= FIT_AGAIN * viewsAtFit) {
            viewsAtFit = views;
            fit.fit(beliefs);
        } else {
            beliefs.update(beliefs.prior());
        }
    }

    @Override
    public PropensityHealth propensities() {
        return explored == null ? new PropensityHealth() : explored.health();
    }
}
