package io.shelfwright.shortcuts;

import io.shelfwright.spi.ItemHistory;

/**
 * One known item with the terms of its score, each 0..1 before weights.
 *
 * @param history what the user did with it
 * @param item catalog index
 * @param recency weighted recency
 * @param frequency weighted frequency
 * @param habit weighted habit
 * @param session weighted nearness to the last session
 * @param saved weighted saving
 * @param kept share of starts that were not skipped, (0, 1]
 */
record Familiar(
        ItemHistory history,
        int item,
        double recency,
        double frequency,
        double habit,
        double session,
        double saved,
        double kept) {

    double score() {
        return (recency + frequency + habit + session + saved) * kept;
    }
}
