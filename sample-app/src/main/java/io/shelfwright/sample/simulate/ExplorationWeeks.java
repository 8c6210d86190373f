package io.shelfwright.sample.simulate;

import java.util.List;

/**
 * What some weeks with one exploration policy came to.
 *
 * @param policy its name
 * @param weeks in their order
 */
record ExplorationWeeks(String policy, List<ExplorationWeek> weeks) {
    ExplorationWeeks {
        weeks = List.copyOf(weeks);
    }

    /** Returns the regret of all pages. */
    double total() {
        return weeks.get(weeks.size() - 1).total();
    }
}
