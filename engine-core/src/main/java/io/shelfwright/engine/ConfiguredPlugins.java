package io.shelfwright.engine;

import io.shelfwright.api.PluginException;
import io.shelfwright.engine.config.PluginSettings;
import io.shelfwright.engine.discovery.ClassPathPluginSource;
import io.shelfwright.engine.discovery.DirectoryPluginSource;
import io.shelfwright.engine.discovery.LoadedPlugin;
import io.shelfwright.engine.discovery.PluginLoading;
import io.shelfwright.engine.discovery.PluginSource;
import io.shelfwright.engine.discovery.SharedPackages;
import io.shelfwright.engine.plugins.PluginRegistry;
import java.util.ArrayList;
import java.util.List;

/**
 * The plugins of the class path and of a configured plugin directory, without an engine: for checking, learning and listing.
 *
 * <p>What they made must not be used after this is closed.
 */
public final class ConfiguredPlugins implements AutoCloseable {
    private final List<PluginSource> sources;
    private final List<LoadedPlugin> loaded;
    private final List<String> problems;

    private ConfiguredPlugins(List<PluginSource> sources, List<LoadedPlugin> loaded, List<String> problems) {
        this.sources = sources;
        this.loaded = loaded;
        this.problems = problems;
    }

    /**
     * Loads them.
     *
     * @throws PluginException with every plugin that cannot be loaded
     */
    public static ConfiguredPlugins load(PluginSettings settings, ClassLoader host) {
        ConfiguredPlugins plugins = survey(settings, host);
        if (!plugins.problems().isEmpty()) {
            plugins.close();
            throw new PluginException(plugins.problems(), null);
        }
        return plugins;
    }

    /** Loads what can be loaded, and notes what is wrong with the rest. */
    public static ConfiguredPlugins survey(PluginSettings settings, ClassLoader host) {
        SharedPackages shared = SharedPackages.with(settings.sharedPackages());
        return survey(
                List.of(new ClassPathPluginSource(host), DirectoryPluginSource.of(settings.directory(), shared, host)));
    }

    /** Loads what can be loaded of sources, which are closed with this. */
    public static ConfiguredPlugins survey(List<PluginSource> sources) {
        PluginLoading loading = new PluginLoading();
        sources.forEach(source -> source.locate().forEach(loading::add));
        List<String> problems = new ArrayList<>(loading.problems());
        try {
            PluginRegistry.of(loading.loaded());
        } catch (PluginException e) {
            problems.addAll(e.problems());
        }
        return new ConfiguredPlugins(sources, loading.loaded(), List.copyOf(problems));
    }

    /** Returns every problem, each a sentence of its own. */
    public List<String> problems() {
        return problems;
    }

    /** Returns what could be loaded. */
    public List<LoadedPlugin> loaded() {
        return loaded;
    }

    /**
     * Returns their factories.
     *
     * @throws PluginException if they do not go together
     */
    public PluginRegistry registry() {
        return PluginRegistry.of(loaded);
    }

    @Override
    public void close() {
        for (int i = loaded.size() - 1; i >= 0; i--) {
            loaded.get(i).letGo();
        }
        sources.forEach(PluginSource::close);
    }
}
