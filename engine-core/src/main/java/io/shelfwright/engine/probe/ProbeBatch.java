package io.shelfwright.engine.probe;

import io.shelfwright.spi.CandidateBatch;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.Evidence;
import io.shelfwright.spi.RequestContext;
import io.shelfwright.spi.ShelfSpec;
import io.shelfwright.spi.UserState;
import java.util.List;

/**
 * Every item of the catalog as a candidate for one listener, on one of the shelves.
 *
 * @param context of the made-up request
 * @param user who asks
 * @param catalog whose items are the candidates, in its order
 * @param shelves dealt out to the candidates in turn
 */
record ProbeBatch(RequestContext context, UserState user, Catalog catalog, List<ShelfSpec> shelves)
        implements CandidateBatch {
    private static final int GENERATORS = 3;

    @Override
    public int size() {
        return catalog.size();
    }

    @Override
    public int itemIndex(int candidate) {
        return candidate;
    }

    @Override
    public ShelfSpec shelf(int candidate) {
        return shelves.get(candidate % shelves.size());
    }

    @Override
    public String generator(int candidate) {
        return "probe-" + candidate % GENERATORS;
    }

    @Override
    public double recallScore(int candidate) {
        return 1 - candidate / (double) size();
    }

    @Override
    public int proposalCount(int candidate) {
        return evidence(candidate).size();
    }

    @Override
    public List<Evidence> evidence(int candidate) {
        Evidence one = Evidence.of("probe", "Made up.");
        Evidence sourced = new Evidence(
                "probe-source",
                "Made up, with a source.",
                List.of(catalog.item((candidate + 1) % size()).id()));
        return candidate % 2 == 0 ? List.of(one) : List.of(one, sourced);
    }
}
