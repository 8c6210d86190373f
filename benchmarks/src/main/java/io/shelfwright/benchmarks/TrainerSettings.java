package io.shelfwright.benchmarks;

import java.util.Map;

/** What the benchmarks' rankers are trained with, where it is not the default. */
final class TrainerSettings {
    private TrainerSettings() {}

    /** Returns settings by key: all 300 trees of depth 6 are grown, and few epochs suffice for a net that is only timed. */
    static Map<String, ?> of(String ranker) {
        return switch (ranker) {
            case "gbdt" -> Map.of("trees", 300, "depth", 6, "early-stopping-rounds", 0);
            case "neural" -> Map.of("epochs", 2);
            default -> Map.of();
        };
    }
}
