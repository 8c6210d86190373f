package io.shelfwright.sample.simulate.cards;

/** How often each segment saw and streamed each card. Not thread-safe. */
final class SegmentCounts {
    private final int[][] views;
    private final int[][] streams;
    private final Carousel carousel;
    private final boolean cascade;
    private final CardWorld world;
    private long total;

    /**
     * Makes empty counts.
     *
     * @param cascade whether cards behind the streamed one count as not seen; otherwise every slot counts as seen
     */
    SegmentCounts(CardWorld world, Carousel carousel, boolean cascade) {
        this.world = world;
        this.carousel = carousel;
        this.cascade = cascade;
        views = new int[world.listeners().segmentCount()][world.cards()];
        streams = new int[views.length][world.cards()];
    }

    void add(int[] users, int[][] lists, int[] streamed) {
        for (int visit = 0; visit < users.length; visit++) {
            int segment = world.segment(users[visit]);
            int seen = cascade ? carousel.seen(streamed[visit]) : lists[visit].length;
            for (int slot = 0; slot < seen; slot++) {
                views[segment][lists[visit][slot]]++;
            }
            total += seen;
            if (streamed[visit] != Carousel.NOTHING) {
                streams[segment][lists[visit][streamed[visit]]]++;
            }
        }
    }

    int views(int segment, int card) {
        return views[segment][card];
    }

    int streams(int segment, int card) {
        return streams[segment][card];
    }

    /** Returns the views of all cards by all segments. */
    long total() {
        return total;
    }
}
