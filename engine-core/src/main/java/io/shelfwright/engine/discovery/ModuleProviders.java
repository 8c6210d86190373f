package io.shelfwright.engine.discovery;

import io.shelfwright.spi.ShelfwrightPlugin;
import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Plugins that modules of a layer provide, found without loading a class. */
final class ModuleProviders {
    private ModuleProviders() {}

    /**
     * Returns the plugins of the modules of a layer.
     *
     * @param loaders which class loaders' modules count
     * @param shared loader to read all of them with; null for each module's own
     */
    static List<PluginLocation> of(
            ModuleLayer layer, Predicate<@Nullable ClassLoader> loaders, @Nullable ClassLoader shared) {
        Map<String, PluginLocation> byProvider = new TreeMap<>();
        for (Module module : layer.modules()) {
            if (!loaders.test(module.getClassLoader())) {
                continue;
            }
            for (ModuleDescriptor.Provides provides : module.getDescriptor().provides()) {
                if (provides.service().equals(ShelfwrightPlugin.class.getName())) {
                    provides.providers().forEach(name -> byProvider.put(name, location(module, name, shared)));
                }
            }
        }
        return List.copyOf(byProvider.values());
    }

    /** Returns the class name of the provider of a location of this class. */
    static String provider(PluginLocation location) {
        return location.origin().substring(0, location.origin().indexOf(' '));
    }

    private static PluginLocation location(Module module, String name, @Nullable ClassLoader shared) {
        List<String> problems = new ArrayList<>();
        Optional<PluginDescriptor> descriptor = Optional.empty();
        try (InputStream in = module.getResourceAsStream("META-INF/MANIFEST.MF")) {
            descriptor = in == null ? Optional.empty() : PluginDescriptor.read(Manifests.attributes(in), problems::add);
        } catch (IOException e) {
            problems.add("its manifest cannot be read: " + e.getMessage());
        }
        OpenedPlugin opened = new OpenedPlugin(
                shared == null ? module.getClassLoader() : shared,
                type -> type.getModule() == module && type.getName().equals(name),
                () -> {});
        return new PluginLocation(
                name + " in module " + module.getName(), descriptor, "", shared == null, problems, () -> opened);
    }
}
