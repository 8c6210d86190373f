package io.shelfwright.engine.discovery;

import io.shelfwright.api.PluginException;
import io.shelfwright.spi.ShelfwrightPlugin;
import java.io.Closeable;
import java.io.IOException;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader.Provider;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one way in which plugins are loaded, wherever they come from: descriptor, API version, class loader, provider, id.
 *
 * <p>Whatever is refused does not keep the rest from being looked at, so that all problems are known at once.
 */
public final class PluginLoading {
    private static final Logger LOG = LoggerFactory.getLogger(PluginLoading.class);

    private final Map<ClassLoader, Providers> shared = new IdentityHashMap<>();
    private final List<LoadedPlugin> loaded = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();
    private @Nullable Throwable first;

    /**
     * Loads plugins.
     *
     * @return in the order of the locations; whoever calls holds each
     * @throws PluginException with every problem; then nothing stays open
     */
    public static List<LoadedPlugin> load(List<PluginLocation> locations) {
        PluginLoading loading = new PluginLoading();
        locations.forEach(loading::add);
        return loading.result();
    }

    /** Loads a plugin, or notes why it cannot be loaded. */
    public void add(PluginLocation location) {
        location.problems().forEach(problem -> problems.add(location.title() + ": " + problem));
        Optional<String> refusal = location.descriptor().flatMap(Compatibility::refusal);
        refusal.ifPresent(why -> problems.add(location.title() + " " + why));
        if (!location.problems().isEmpty() || refusal.isPresent()) {
            return;
        }
        OpenedPlugin opened;
        try {
            opened = location.opener().open();
        } catch (IOException | RuntimeException e) {
            refuse(location.title() + " cannot be opened: " + e.getMessage(), e);
            return;
        }
        int before = problems.size();
        provider(location, opened).ifPresent(provider -> make(location, opened, provider));
        if (problems.size() > before) {
            close(opened.closing());
        }
    }

    /** Returns everything that was wrong so far. */
    public List<String> problems() {
        return List.copyOf(problems);
    }

    /** Returns what could be loaded so far. */
    public List<LoadedPlugin> loaded() {
        return List.copyOf(loaded);
    }

    /**
     * Returns what was loaded.
     *
     * @throws PluginException with every problem; then nothing stays open
     */
    public List<LoadedPlugin> result() {
        if (!problems.isEmpty()) {
            loaded.forEach(LoadedPlugin::letGo);
            throw new PluginException(problems, first);
        }
        return loaded();
    }

    private Optional<Provider<ShelfwrightPlugin>> provider(PluginLocation location, OpenedPlugin opened) {
        Providers providers = location.ownLoader()
                ? Providers.of(opened.loader())
                : shared.computeIfAbsent(opened.loader(), Providers::of);
        List<Provider<ShelfwrightPlugin>> own = providers.ownedBy(opened.owns());
        if (own.size() == 1) {
            return Optional.of(own.get(0));
        }
        if (own.isEmpty() && !providers.errors().isEmpty()) {
            Throwable error = providers.errorAbout(location.origin());
            refuse(location.title() + LoadingFailure.text(error, apiRange(location)), error);
        } else if (own.isEmpty()) {
            problems.add(location.title() + " holds no plugin: its META-INF/services/"
                    + ShelfwrightPlugin.class.getName() + " must name one class of its own");
        } else {
            List<String> names =
                    own.stream().map(provider -> provider.type().getName()).toList();
            problems.add(location.title() + " holds " + own.size() + " plugins, " + String.join(" and ", names)
                    + "; allowed is one: make a jar or directory for each");
        }
        return Optional.empty();
    }

    private void make(PluginLocation location, OpenedPlugin opened, Provider<ShelfwrightPlugin> provider) {
        LoadedPlugin made;
        try (LoaderScope scope = LoaderScope.of(opened.loader())) {
            made = new LoadedPlugin(provider.get(), location, opened);
        } catch (RuntimeException | ServiceConfigurationError | LinkageError e) {
            refuse(location.title() + LoadingFailure.text(e, apiRange(location)), e);
            return;
        }
        String described = location.descriptor().map(PluginDescriptor::id).orElse(made.id());
        if (!described.equals(made.id())) {
            problems.add(location.title() + " calls itself '" + made.id() + "' in "
                    + provider.type().getName() + ".id(); let " + PluginDescriptor.ID
                    + " in its manifest say the same");
            return;
        }
        loaded.add(made);
    }

    private static String apiRange(PluginLocation location) {
        return location.descriptor().map(known -> known.api().toString()).orElse("");
    }

    private void refuse(String problem, Throwable cause) {
        problems.add(problem);
        first = first == null ? cause : first;
    }

    private static void close(Closeable closing) {
        try {
            closing.close();
        } catch (IOException | RuntimeException e) {
            LOG.warn("what was opened of a plugin could not be closed", e);
        }
    }
}
