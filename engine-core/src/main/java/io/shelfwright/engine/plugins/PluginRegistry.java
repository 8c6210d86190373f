package io.shelfwright.engine.plugins;

import io.shelfwright.api.PluginException;
import io.shelfwright.engine.config.SettingsLint;
import io.shelfwright.engine.discovery.ClassPathPluginSource;
import io.shelfwright.engine.discovery.LoadedPlugin;
import io.shelfwright.engine.discovery.LoaderScope;
import io.shelfwright.engine.discovery.PluginLoading;
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
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The plugins that were found and their factories by kind and name; immutable. */
public final class PluginRegistry {
    private final List<LoadedPlugin> plugins;
    private final Map<PluginKind<?>, Map<String, Entry>> factories = new HashMap<>();

    /** A factory and the plugin that brought it. */
    private record Entry(PluginFactory<?> factory, LoadedPlugin plugin) {}

    /**
     * Makes a registry of plugins that the host made.
     *
     * @throws PluginException if two plugins have one id, or two factories of a kind one name; both origins are named
     */
    public PluginRegistry(Collection<? extends ShelfwrightPlugin> made) {
        this(made.stream().map(LoadedPlugin::ofHost).toList());
    }

    private PluginRegistry(List<LoadedPlugin> loaded) {
        List<LoadedPlugin> sorted = new ArrayList<>(loaded);
        sorted.sort(Comparator.comparing(LoadedPlugin::id).thenComparing(LoadedPlugin::origin));
        plugins = List.copyOf(sorted);
        Map<String, LoadedPlugin> ids = new HashMap<>();
        for (LoadedPlugin plugin : plugins) {
            LoadedPlugin other = ids.put(plugin.id(), plugin);
            if (other != null) {
                throw new PluginException("two plugins have the id '" + plugin.id() + "': " + other.origin() + " and "
                        + plugin.origin() + "; remove one of them");
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
        return of(PluginLoading.load(new ClassPathPluginSource(loader).locate()));
    }

    /**
     * Makes a registry of plugins that were loaded.
     *
     * @throws PluginException as {@link #PluginRegistry(Collection)}
     */
    public static PluginRegistry of(List<LoadedPlugin> loaded) {
        return new PluginRegistry(loaded);
    }

    public List<ShelfwrightPlugin> plugins() {
        return plugins.stream().map(LoadedPlugin::plugin).toList();
    }

    /** Returns the plugins with where they come from, in ascending order of their ids. */
    public List<LoadedPlugin> loaded() {
        return plugins;
    }

    /** Returns the plugin that brought a factory. */
    public Optional<LoadedPlugin> owner(PluginKind<?> kind, String name) {
        return Optional.ofNullable(factories.getOrDefault(kind, Map.of()).get(name))
                .map(Entry::plugin);
    }

    /** Returns the names of a plugin's factories by kind; kinds that it does not make are left out. */
    public Map<String, List<String>> factories(LoadedPlugin plugin) {
        Map<String, List<String>> names = new LinkedHashMap<>();
        for (PluginKind<?> kind : PluginKind.ALL) {
            List<String> made = factories.getOrDefault(kind, Map.of()).entrySet().stream()
                    .filter(entry -> entry.getValue().plugin() == plugin)
                    .map(Map.Entry::getKey)
                    .toList();
            if (!made.isEmpty()) {
                names.put(kind.name(), made);
            }
        }
        return names;
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

    private <T> void register(PluginKind<T> kind) {
        Map<String, Entry> byName = new LinkedHashMap<>();
        for (LoadedPlugin plugin : plugins) {
            for (PluginFactory<T> factory : listed(kind, plugin)) {
                check(kind, factory, plugin);
                Entry other = byName.put(factory.name(), new Entry(factory, plugin));
                if (other != null) {
                    throw new PluginException("two factories make the " + kind.name() + " '" + factory.name() + "': "
                            + other.plugin().origin() + " and " + plugin.origin() + "; remove one of them");
                }
            }
        }
        factories.put(kind, byName);
    }

    private static <T> List<PluginFactory<T>> listed(PluginKind<T> kind, LoadedPlugin plugin) {
        try (LoaderScope scope = LoaderScope.of(plugin.loader())) {
            List<PluginFactory<T>> factories = kind.list().apply(plugin.plugin());
            if (isNull(factories)) {
                throw new PluginException(plugin.title() + " gives null as its factories of kind " + kind.name()
                        + "; let it give an empty list where it makes none");
            }
            return List.copyOf(factories);
        } catch (PluginException e) {
            throw e;
        } catch (RuntimeException | LinkageError e) {
            throw new PluginException(plugin.failure("cannot say what it makes as " + kind.name(), e), e);
        }
    }

    /** Nothing that a plugin gives is sure not to be null, whatever its type says. */
    private static boolean isNull(@Nullable Object given) {
        return given == null;
    }

    /** A factory whose settings can never be bound is refused with the plugin, not when somebody configures it. */
    private static void check(PluginKind<?> kind, PluginFactory<?> factory, LoadedPlugin plugin) {
        List<String> problems = SettingsLint.problems(factory.settingsType());
        if (!problems.isEmpty()) {
            throw new PluginException(plugin.title() + ": the settings of " + kind.name() + " '" + factory.name()
                    + "', " + factory.settingsType().getName() + ", cannot be read: " + String.join("; ", problems));
        }
    }
}
