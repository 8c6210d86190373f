package io.shelfwright.sample.web;

import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A list of listeners that does not change. */
final class FixedListeners implements DemoListeners {
    private final List<Listener> listeners;
    private final Set<String> ids = new HashSet<>();

    FixedListeners(List<Listener> listeners) {
        this.listeners = List.copyOf(listeners);
        for (Listener listener : listeners) {
            ids.add(listener.id());
        }
    }

    @Override
    public List<Listener> all() {
        return listeners;
    }

    @Override
    public boolean knows(String id) {
        return ids.contains(id);
    }
}
