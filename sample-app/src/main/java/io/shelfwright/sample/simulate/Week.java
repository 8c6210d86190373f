package io.shelfwright.sample.simulate;

import java.util.List;

/**
 * One simulated week of a ranker that is trained again at the end of each.
 *
 * @param number from 0; the first has no model yet
 * @param logged pages that were served and logged in it
 * @param published whether the model trained at its end went into use
 * @param reasons why not, empty where it did
 * @param pages what every policy's pages are worth at its end: popularity, heuristics, oracle, and once there is a model {@link #FROZEN}
 *     and {@link #RETRAINED}
 */
record Week(int number, LoggedPages logged, boolean published, List<String> reasons, List<PolicyPages> pages) {
    /** The first model that was published, from then on. */
    static final String FROZEN = "frozen";

    /** The model in use at the end of the week. */
    static final String RETRAINED = "retrained";

    Week {
        reasons = List.copyOf(reasons);
        pages = List.copyOf(pages);
    }

    boolean hasModel() {
        return pages.stream().anyMatch(one -> one.policy().equals(RETRAINED));
    }

    /** Returns the pages of a policy. */
    PolicyPages of(String policy) {
        return pages.stream()
                .filter(one -> one.policy().equals(policy))
                .findFirst()
                .orElseThrow();
    }

    /** Returns how much more a page of the retrained model is worth than one of another policy, on the same listeners. */
    Interval gainOver(String policy) {
        return of(RETRAINED).gainOver(of(policy));
    }
}
