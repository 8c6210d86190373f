package io.shelfwright.engine.generation;

import io.shelfwright.api.Degradation;
import io.shelfwright.engine.plugins.Instance;
import io.shelfwright.spi.Ranker;
import org.jspecify.annotations.Nullable;

/**
 * One ranker of the ladder.
 *
 * @param name instance
 * @param instance null when it cannot serve
 * @param calibration from its logits to probabilities
 * @param unavailable why it cannot serve, null when it can, or when nobody wants to hear of it
 */
public record Rung(
        String name,
        @Nullable Instance<Ranker> instance,
        Calibration calibration,
        @Nullable Degradation unavailable) {

    static Rung serving(Instance<Ranker> instance, Calibration calibration) {
        return new Rung(instance.name(), instance, calibration, null);
    }

    static Rung unavailable(String name, String code, String message) {
        return new Rung(name, null, Calibration.IDENTITY, new Degradation("ranking", name, code, message));
    }

    /** Returns the ranker, null when it cannot serve. */
    public @Nullable Ranker ranker() {
        return instance == null ? null : instance.plugin();
    }

    Rung onTrial() {
        return new Rung(name, instance == null ? null : instance.onTrial(), calibration, unavailable);
    }

    /** Returns a rung that is passed over in silence. */
    static Rung absent(String name) {
        return new Rung(name, null, Calibration.IDENTITY, null);
    }
}
