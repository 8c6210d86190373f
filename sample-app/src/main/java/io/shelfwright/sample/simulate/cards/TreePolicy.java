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
    private final int drawnSlots;
    private final double sharpness;
    private final @Nullable ExploredSlots explored;
    private final double[] chances;
    private final double[] worth;
    private final double[] scores;
    private final int[] drawn;
    private final TopCards top;
    private long views;
    private long viewsAtFit;

    private TreePolicy(
            CardWorld world,
            Carousel carousel,
            boolean listeners,
            int drawnSlots,
            double sharpness,
            @Nullable ExploredSlots explored) {
        this.carousel = carousel;
        this.drawnSlots = drawnSlots;
        this.sharpness = sharpness;
        this.explored = explored;
        seen = new SeenCards(world.listeners().size(), world.cards());
        beliefs = new TreeBeliefs(world, seen, TreePrior.start(listeners));
        fit = new TreeFit(seen, world.listeners().segmentCount(), world.cards());
        chances = new double[world.cards()];
        worth = new double[world.cards()];
        scores = new double[world.cards()];
        drawn = new int[drawnSlots];
        top = new TopCards(carousel.slots());
    }

    /** Returns a policy that shows the cards of highest mean, without any exploration of its own. */
    static TreePolicy greedy(CardWorld world, Carousel carousel, boolean listeners) {
        return new TreePolicy(world, carousel, listeners, 0, 1, null);
    }

    /** Returns a policy that draws every chance from its belief (Thompson sampling). */
    static TreePolicy thompson(CardWorld world, Carousel carousel, boolean listeners) {
        return new TreePolicy(world, carousel, listeners, carousel.slots(), 1, null);
    }

    /**
     * Returns a policy that shows the cards of highest mean, and in the last two slots those of highest drawn chance, from beliefs with
     * about half their standard deviation (reshaped as by Chapelle, Li 2011).
     */
    static TreePolicy thompsonInLastSlots(CardWorld world, Carousel carousel, boolean listeners) {
        return new TreePolicy(world, carousel, listeners, Math.min(2, carousel.slots()), 4, null);
    }

    /** Returns the greedy policy with a draw in two declared slots. */
    static TreePolicy plackettLuce(CardWorld world, Carousel carousel, boolean listeners) {
        return new TreePolicy(world, carousel, listeners, 0, 1, new ExploredSlots(carousel, world.cards()));
    }

    @Override
    public void choose(int[] users, int[][] lists, Draws random) {
        for (int visit = 0; visit < users.length; visit++) {
            beliefs.write(users[visit], chances, worth);
            top.choose(chances, random, lists[visit]);
            if (drawnSlots > 0) {
                drawLastSlots(lists[visit], random);
            }
            if (explored != null) {
                explored.draw(chances, worth, lists[visit], random);
            }
        }
    }

    private void drawLastSlots(int[] list, Draws random) {
        for (int card = 0; card < scores.length; card++) {
            double views = sharpness * worth[card];
            scores[card] = BetaDraw.next(views * chances[card], views * (1 - chances[card]), random);
        }
        int kept = list.length - drawnSlots;
        for (int slot = 0; slot < kept; slot++) {
            scores[list[slot]] = Double.NEGATIVE_INFINITY;
        }
        top.choose(scores, random, drawn);
        System.arraycopy(drawn, 0, list, kept, drawnSlots);
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
