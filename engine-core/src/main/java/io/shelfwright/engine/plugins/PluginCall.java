package io.shelfwright.engine.plugins;

import java.time.Duration;

/**
 * Which instance is called, by whom, and how long it may take.
 *
 * @param stage package of the engine
 * @param instance what is called
 * @param deadline longest wait; an instance that has a deadline of its own in the configuration goes by that
 * @param again whether a page is built again: then no clock and no breaker may leave out what took part the first time
 */
public record PluginCall(String stage, Instance<?> instance, Duration deadline, boolean again) {
    private static final int PATIENCE = 100;

    /** Returns how long the call may take. */
    public Duration limit() {
        Duration own = instance.guard().deadline().orElse(deadline);
        return again ? own.multipliedBy(PATIENCE) : own;
    }
}
