package io.shelfwright.engine.discovery;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * Plugins whose class loaders somebody else makes, such as an OSGi framework: {@code
 * bundle.adapt(BundleWiring.class).getClassLoader()} for each bundle.
 */
public final class LoaderPluginSource implements PluginSource {
    private final Supplier<List<Described>> plugins;

    /**
     * A plugin on somebody else's class loader.
     *
     * @param origin for people, such as the bundle's location
     * @param loader of the plugin's own classes
     * @param attributes main attributes of its manifest
     * @param content changes when its files do, such as the time when the bundle was installed
     */
    public record Described(String origin, ClassLoader loader, Map<String, String> attributes, String content) {}

    /**
     * Makes a source.
     *
     * @param plugins asked anew at each start and reload, in the order to load them
     */
    public LoaderPluginSource(Supplier<List<Described>> plugins) {
        this.plugins = plugins;
    }

    @Override
    public List<PluginLocation> locate() {
        List<PluginLocation> locations = new ArrayList<>();
        for (Described plugin : plugins.get()) {
            List<String> problems = new ArrayList<>();
            Optional<PluginDescriptor> descriptor = PluginDescriptor.read(plugin.attributes(), problems::add);
            OpenedPlugin opened = OpenedPlugin.of(plugin.loader(), () -> {});
            locations.add(
                    new PluginLocation(plugin.origin(), descriptor, plugin.content(), true, problems, () -> opened));
        }
        return locations;
    }
}
