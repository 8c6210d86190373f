package io.shelfwright.engine.experience;

import io.shelfwright.spi.ExperienceSink;

/**
 * A sink of the experience stage.
 *
 * @param name configured instance, which also names its directory of dead letters
 * @param sink the stage closes it
 * @param primary whether it is the engine's own log: when its disk fails, records wait in memory instead of going to the
 *     dead letters, which are on that disk too
 * @param calls the way into it
 */
public record NamedSink(String name, ExperienceSink sink, boolean primary, SinkCalls calls) {

    /** Makes a sink that is called straight. */
    public NamedSink(String name, ExperienceSink sink, boolean primary) {
        this(name, sink, primary, SinkCalls.straight());
    }
}
