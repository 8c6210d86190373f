package io.shelfwright.testkit;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.Map;

/** Remembers who asked about a thing first, so that a plugin can tell itself from the other instances of its kind. */
final class FirstComers {
    private static final Map<Object, Object> FIRST = Collections.synchronizedMap(new IdentityHashMap<>());

    private static final Map<Object, Map<Object, Object>> PAIRS = Collections.synchronizedMap(new IdentityHashMap<>());

    private FirstComers() {}

    /** The same for a thing within another one. */
    static boolean isFirst(Object thing, Object within, Object who) {
        Object both = PAIRS.computeIfAbsent(within, key -> Collections.synchronizedMap(new IdentityHashMap<>()))
                .computeIfAbsent(thing, key -> new Object());
        return isFirst(both, who);
    }

    static boolean isFirst(Object thing, Object who) {
        Object first = FIRST.putIfAbsent(thing, who);
        return first == null || first == who;
    }
}
