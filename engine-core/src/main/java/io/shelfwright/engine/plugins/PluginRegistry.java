package io.shelfwright.engine.plugins;

import io.shelfwright.api.PluginException;
import io.shelfwright.spi.PluginFactory;
import io.shelfwright.spi.ShelfwrightPlugin;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.TreeMap;

/** The plugins that were found and their factories by kind and name; immutable. */
public final class PluginRegistry {
    private final List<ShelfwrightPlugin> plugins;
    private final Map<PluginKind<?>, Map<String, Entry>> factories = new HashMap<>();

    /** A factory and the plugin that brought it. */
    private record Entry(PluginFactory<?> factory, ShelfwrightPlugin plugin) {}

    /**
     * Makes a registry of given plugins.
     *
     * @throws PluginException if two plugins have one id, or two factories of a kind one name; both origins are named
     */
    public PluginRegistry(Collection<? extends ShelfwrightPlugin> found) {
        List<ShelfwrightPlugin> sorted = new ArrayList<>(found);
        sorted.sort(Comparator.comparing(ShelfwrightPlugin::id));
        plugins = List.copyOf(sorted);
        Map<String, ShelfwrightPlugin> ids = new HashMap<>();
        for (ShelfwrightPlugin plugin : plugins) {
            ShelfwrightPlugin other = ids.put(plugin.id(), plugin);
            if (other != null) {
                throw new PluginException("two plugins have the id '" + plugin.id() + "': " + origin(other) + " and "
                        + origin(plugin) + "; remove one of them");
            }
        }
        for (PluginKind<?> kind : PluginKind.ALL) {
            register(kind);
        }
    }

    /**
     * Finds the plugins on a class loader.
     *
     * @throws PluginException if a provider cannot be loaded
     */
    public static PluginRegistry discover(ClassLoader loader) {
        List<ShelfwrightPlugin> found = new ArrayList<>();
        try {
            for (ShelfwrightPlugin plugin : ServiceLoader.load(ShelfwrightPlugin.class, loader)) {
                found.add(plugin);
            }
        } catch (ServiceConfigurationError | LinkageError e) {
            throw new PluginException(
                    "a plugin on the class path cannot be loaded: " + e.getMessage()
                            + "; check that it was built for this version of shelfwright-engine-api",
                    e);
        }
        return new PluginRegistry(found);
    }

    public List<ShelfwrightPlugin> plugins() {
        return plugins;
    }

    /** Returns the factories of a kind by name. */
    @SuppressWarnings("unchecked") // register() put only factories of this kind there
    public <T> Map<String, PluginFactory<T>> factories(PluginKind<T> kind) {
        Map<String, PluginFactory<T>> byName = new TreeMap<>();
        factories
                .getOrDefault(kind, Map.of())
                .forEach((name, entry) -> byName.put(name, (PluginFactory<T>) entry.factory()));
        return byName;
    }

    @SuppressWarnings("unchecked") // register() put only factories of this kind there
    public <T> Optional<PluginFactory<T>> factory(PluginKind<T> kind, String name) {
        Entry entry = factories.getOrDefault(kind, Map.of()).get(name);
        return entry == null ? Optional.empty() : Optional.of((PluginFactory<T>) entry.factory());
    }

    /** Returns where a plugin was loaded from. */
    public static String origin(ShelfwrightPlugin plugin) {
        var source = plugin.getClass().getProtectionDomain().getCodeSource();
        return plugin.getClass().getName()
                + (source == null ? "" : " in " + source.getLocation().getPath());
    }

    private <T> void register(PluginKind<T> kind) {
        Map<String, Entry> byName = new LinkedHashMap<>();
        for (ShelfwrightPlugin plugin : plugins) {
            for (PluginFactory<T> factory : kind.list().apply(plugin)) {
                Entry other = byName.put(factory.name(), new Entry(factory, plugin));
                if (other != null) {
                    throw new PluginException("two factories make the " + kind.name() + " '" + factory.name() + "': "
                            + origin(other.plugin()) + " and " + origin(plugin) + "; remove one of them");
                }
            }
        }
        factories.put(kind, byName);
    }
}
