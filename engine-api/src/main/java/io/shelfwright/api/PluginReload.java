package io.shelfwright.api;

import java.util.List;

/**
 * What a reload of plugins did; each list holds plugin ids in ascending order.
 *
 * @param added plugins that were not there before
 * @param reloaded plugins that were replaced by what is there now
 * @param removed plugins that are gone
 * @param configHash what pages now carry as {@link HomePage#configHash()}
 */
public record PluginReload(List<String> added, List<String> reloaded, List<String> removed, String configHash) {
    public PluginReload {
        added = List.copyOf(added);
        reloaded = List.copyOf(reloaded);
        removed = List.copyOf(removed);
    }

    /** Returns whether nothing was different, so that nothing was done. */
    public boolean unchanged() {
        return added.isEmpty() && reloaded.isEmpty() && removed.isEmpty();
    }
}
