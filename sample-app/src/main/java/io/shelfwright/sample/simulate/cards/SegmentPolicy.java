package io.shelfwright.sample.simulate.cards;

import io.shelfwright.sample.data.Draws;

/** Shows each listener the cards of highest score for their segment. */
final class SegmentPolicy implements CardPolicy {
    private final CardWorld world;
    private final SegmentCounts counts;
    private final Scores scores;
    private final double[] values;
    private final TopCards top;

    /** Values cards for a visit. */
    interface Scores {
        /**
         * Writes the score of every card.
         *
         * @param counts what was seen and streamed in earlier rounds
         */
        void write(int segment, SegmentCounts counts, Draws draws, double[] values);
    }

    SegmentPolicy(CardWorld world, Carousel carousel, boolean cascade, Scores scores) {
        this.world = world;
        this.scores = scores;
        counts = new SegmentCounts(world, carousel, cascade);
        values = new double[world.cards()];
        top = new TopCards(carousel.slots());
    }

    @Override
    public void choose(int[] users, int[][] lists, Draws draws) {
        for (int visit = 0; visit < users.length; visit++) {
            scores.write(world.segment(users[visit]), counts, draws, values);
            top.choose(values, draws, lists[visit]);
        }
    }

    @Override
    public void learn(int[] users, int[][] lists, int[] streamed) {
        counts.add(users, lists, streamed);
    }
}
