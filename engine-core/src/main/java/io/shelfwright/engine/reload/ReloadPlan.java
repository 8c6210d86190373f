package io.shelfwright.engine.reload;

import io.shelfwright.api.PluginException;
import io.shelfwright.engine.config.Nearest;
import io.shelfwright.engine.discovery.LoadedPlugin;
import io.shelfwright.engine.discovery.PluginDescriptor;
import io.shelfwright.engine.discovery.PluginLocation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a reload has to do.
 *
 * @param keep plugins that stay as they are
 * @param load plugins to load
 * @param leave plugins that are replaced or removed
 */
public record ReloadPlan(List<LoadedPlugin> keep, List<PluginLocation> load, List<LoadedPlugin> leave) {

    public ReloadPlan {
        keep = List.copyOf(keep);
        load = List.copyOf(load);
        leave = List.copyOf(leave);
    }

    public boolean nothing() {
        return load.isEmpty() && leave.isEmpty();
    }

    /** Plans to load what changed or came, and to drop what is gone; plugins without a loader of their own stay. */
    public static ReloadPlan ofChanges(List<LoadedPlugin> running, List<PluginLocation> located) {
        List<LoadedPlugin> keep = new ArrayList<>(running);
        keep.removeIf(LoadedPlugin::ownLoader);
        List<PluginLocation> load = new ArrayList<>();
        for (PluginLocation location : located) {
            if (location.ownLoader()) {
                running.stream()
                        .filter(plugin -> unchanged(plugin, location))
                        .findFirst()
                        .ifPresentOrElse(keep::add, () -> load.add(location));
            }
        }
        return new ReloadPlan(keep, load, others(running, keep));
    }

    /**
     * Plans to load one plugin, changed or not, and to leave all others as they are.
     *
     * @throws PluginException if there is no such plugin, or it cannot be loaded anew
     */
    public static ReloadPlan ofOne(String id, List<LoadedPlugin> running, List<PluginLocation> located) {
        Optional<LoadedPlugin> old =
                running.stream().filter(plugin -> plugin.id().equals(id)).findFirst();
        List<PluginLocation> load = located.stream()
                .filter(PluginLocation::ownLoader)
                .filter(location -> location.descriptor()
                        .map(PluginDescriptor::id)
                        .map(id::equals)
                        .orElse(old.isPresent() && old.get().origin().equals(location.origin())))
                .toList();
        if (old.isEmpty() && load.isEmpty()) {
            throw new PluginException("there is no plugin '" + id + "'"
                    + Nearest.hint(id, running.stream().map(LoadedPlugin::id).toList()));
        }
        List<LoadedPlugin> keep =
                running.stream().filter(plugin -> !plugin.id().equals(id)).toList();
        return new ReloadPlan(keep, load, others(running, keep));
    }

    /**
     * Refuses to touch what must stay.
     *
     * @param pinned why plugins must stay, by id
     * @throws PluginException with every plugin that must stay
     */
    public void requireReloadable(Map<String, String> pinned) {
        List<String> problems = new ArrayList<>();
        for (LoadedPlugin plugin : leave) {
            String why = !plugin.ownLoader()
                    ? "is on the host's class path; put it into the plugin directory instead"
                    : !plugin.reloadable()
                            ? "says " + PluginDescriptor.RELOADABLE + ": false; restart the process to load it anew"
                            : pinned.getOrDefault(plugin.id(), "");
            if (!why.isEmpty()) {
                problems.add(plugin.title() + " cannot be reloaded or removed while the engine runs: it " + why);
            }
        }
        if (!problems.isEmpty()) {
            throw new PluginException(problems, null);
        }
    }

    private static boolean unchanged(LoadedPlugin plugin, PluginLocation location) {
        return plugin.ownLoader()
                && location.problems().isEmpty()
                && plugin.origin().equals(location.origin())
                && plugin.content().equals(location.content());
    }

    private static List<LoadedPlugin> others(List<LoadedPlugin> all, List<LoadedPlugin> without) {
        return all.stream().filter(plugin -> !without.contains(plugin)).toList();
    }
}
