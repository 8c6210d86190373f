package io.shelfwright.spi;

import java.util.List;

/** Proposes items for shelves. */
public interface CandidateGenerator extends AutoCloseable {

    /**
     * Returns proposals for the shelves of the request, best first for each shelf.
     *
     * <p>Items the catalog does not hold, shelves that were not asked for and scores that are not finite are dropped and
     * counted; more than {@link RecallRequest#limit()} proposals for a shelf are cut. The same request gives the same
     * proposals. A call that outlives the recall deadline costs its own candidates only.
     */
    List<Proposal> propose(RecallRequest request);

    /**
     * Returns shelves that this generator brings along beside the configured ones, such as an editor's; asked at each
     * request, with {@link RecallRequest#shelves()} holding the configured ones.
     */
    default List<ShelfSpec> shelves(RecallRequest request) {
        return List.of();
    }

    /**
     * Returns what an operator should know of this instance's own inputs, one sentence each, such as an item that an
     * editor names and the catalog does not hold; empty when all is well.
     */
    default List<String> warnings() {
        return List.of();
    }

    @Override
    default void close() {}
}
