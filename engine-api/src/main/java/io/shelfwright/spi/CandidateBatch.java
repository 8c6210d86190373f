package io.shelfwright.spi;

import io.shelfwright.api.Item;
import java.util.List;

/**
 * The candidates of one request, numbered from 0; an item proposed for two shelves is two candidates.
 *
 * <p>Valid only during the call it is given to.
 */
public interface CandidateBatch {

    RequestContext context();

    UserState user();

    Catalog catalog();

    /** Returns the number of candidates, possibly 0. */
    int size();

    /** Returns the catalog index of a candidate's item. */
    int itemIndex(int candidate);

    /** Returns a candidate's item. */
    default Item item(int candidate) {
        return catalog().item(itemIndex(candidate));
    }

    /** Returns the shelf that a candidate was proposed for. */
    ShelfSpec shelf(int candidate);

    /** Returns the instance that proposed it with the best score. */
    String generator(int candidate);

    /** Returns that generator's score, scaled to 0..1 within generator and shelf (1 is its best proposal). */
    double recallScore(int candidate);

    /** Returns the number of generators that proposed it for this shelf, at least 1. */
    int proposalCount(int candidate);

    /** Returns the evidence of all generators that proposed it, best score first. */
    List<Evidence> evidence(int candidate);
}
