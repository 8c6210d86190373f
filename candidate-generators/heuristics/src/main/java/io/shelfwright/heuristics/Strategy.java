package io.shelfwright.heuristics;

import io.shelfwright.spi.Proposal;
import io.shelfwright.spi.RecallRequest;
import io.shelfwright.spi.ShelfSpec;
import java.util.List;

/** One simple way to find items for a shelf; thread-safe, and a pure function of the request. */
interface Strategy {

    /** Returns at most {@link RecallRequest#limit()} proposals for one shelf, best first. */
    List<Proposal> propose(RecallRequest request, ShelfSpec shelf);
}
