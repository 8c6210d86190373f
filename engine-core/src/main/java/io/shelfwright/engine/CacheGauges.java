package io.shelfwright.engine;

import io.shelfwright.engine.experience.ExperienceStage;
import io.shelfwright.engine.observe.Metrics;
import io.shelfwright.engine.recall.RecallStage;
import io.shelfwright.engine.userstate.UserStates;
import jakarta.inject.Inject;

/** Reports how well the caches do, and whether experience is lost. */
final class CacheGauges {
    @Inject
    CacheGauges(Metrics metrics, UserStates users, RecallStage recall, ExperienceStage experience) {
        metrics.gauge("cache.user-state.hit-rate", () -> users.stats().hitRate());
        metrics.gauge("cache.recall.hit-rate", () -> recall.cacheStats().hitRate());
        metrics.gauge("experience.lost", () -> experience.health().stream()
                .mapToLong(health -> health.lost())
                .sum());
    }
}
