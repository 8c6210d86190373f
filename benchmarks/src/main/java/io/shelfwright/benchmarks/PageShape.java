package io.shelfwright.benchmarks;

import io.shelfwright.api.HomeEngine;
import io.shelfwright.engine.config.EngineConfig;
import io.shelfwright.engine.observe.Metrics;

/**
 * How many proposals a generator may make for a shelf, so that a page has about so many candidates.
 *
 * @param perShelf the limit
 * @param candidates mean number of candidates that reach the ranking
 */
record PageShape(int perShelf, int candidates) {
    private static final int PAGES = 20;
    private static final double CLOSE = 0.02;

    /** Searches for the limit; generators run dry at some point, so the number may stay below what was asked. */
    static PageShape of(BenchmarkWorld world, int wanted) {
        int low = 1;
        int high = wanted;
        PageShape best = new PageShape(0, 0);
        while (low <= high && Math.abs(best.candidates - wanted) > CLOSE * wanted) {
            int middle = (low + high) >>> 1;
            int candidates = count(world, middle);
            if (Math.abs(candidates - wanted) < Math.abs(best.candidates - wanted)) {
                best = new PageShape(middle, candidates);
            }
            if (candidates < wanted) {
                low = middle + 1;
            } else {
                high = middle - 1;
            }
        }
        return best;
    }

    private static int count(BenchmarkWorld world, int perShelf) {
        CandidateCount count = new CandidateCount();
        EngineConfig config = world.config("prior", perShelf, "candidate-count");
        try (HomeEngine engine = world.engine(config, Metrics.NONE, count)) {
            for (int page = 0; page < PAGES; page++) {
                engine.home(world.request(page));
            }
        }
        return count.mean();
    }
}
