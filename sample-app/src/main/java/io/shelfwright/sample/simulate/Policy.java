package io.shelfwright.sample.simulate;

import io.shelfwright.spi.CandidateBatch;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One way to value cards that is compared with others on the same candidates and the same packer.
 *
 * @param name what the report calls it
 * @param rung rung of the ladder that must score every page, as HOCON
 * @param ranker name of that rung
 * @param given values of the cards, null where the rung's scores and the configured score rules decide
 * @param more HOCON that replaces further values of the configuration
 */
record Policy(
        String name, String rung, String ranker, @Nullable Value given, String more) {
    static final String RANDOM = "random";
    static final String POPULARITY = "popularity";
    static final String HEURISTICS = "heuristics";
    static final String ORACLE = "oracle";

    private static final String PRIOR = "prior";

    /** Values a card; thread-safe. */
    @FunctionalInterface
    interface Value {
        /** Returns a positive number. */
        double of(CandidateBatch candidates, int candidate);
    }

    static Policy heuristics() {
        return new Policy(HEURISTICS, PRIOR, PRIOR, null, "");
    }

    static Policy ranker(String name, String rung) {
        return new Policy(name, rung, name, null, "");
    }

    static Policy given(String name, Value value) {
        return new Policy(name, PRIOR, PRIOR, value, "");
    }

    Optional<Value> value() {
        return Optional.ofNullable(given);
    }

    /** Returns what replaces values of the configuration: one rung, no exploration, no rules beside given values. */
    String overrides() {
        return "ranking { ladder = [" + rung + "], first-phase = \"\" }\n"
                + "exploration { policy = none, slots = 0 }\n"
                + (given == null ? "" : "rules { scores = [" + GivenValues.FACTORY + "] }\n")
                + more;
    }

    /** Returns this policy under another name, with further values of the configuration replaced. */
    Policy with(String otherName, String replaced) {
        return new Policy(otherName, rung, ranker, given, replaced);
    }
}
