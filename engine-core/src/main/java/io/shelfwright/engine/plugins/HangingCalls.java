package io.shelfwright.engine.plugins;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * How many calls of each instance were given up and still hold a thread; thread-safe.
 *
 * <p>Without a limit an instance that hangs for ever takes one thread a request, until none is left for the others.
 */
final class HangingCalls {
    private static final int MOST = 16;

    private final Map<String, Integer> hanging = new ConcurrentHashMap<>();

    void add(String instance) {
        hanging.merge(instance, 1, Integer::sum);
    }

    void remove(String instance) {
        hanging.merge(instance, -1, Integer::sum);
    }

    /** Returns whether the instance must not be called until some of its calls have ended. */
    boolean full(String instance) {
        return hanging.getOrDefault(instance, 0) >= MOST;
    }
}
