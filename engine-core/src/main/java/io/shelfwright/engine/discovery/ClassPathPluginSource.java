package io.shelfwright.engine.discovery;

import io.shelfwright.api.PluginException;
import io.shelfwright.spi.ShelfwrightPlugin;
import java.io.BufferedReader;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URL;
import java.net.URLConnection;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * The plugins on the host's own class path or module path; they share all classes with the host and are never reloaded.
 *
 * <p>A manifest may say what a plugin is, and then it is checked; without one, the plugin says its id itself.
 */
public final class ClassPathPluginSource implements PluginSource {
    private static final String SERVICES = "META-INF/services/" + ShelfwrightPlugin.class.getName();
    private static final String MANIFEST = "META-INF/MANIFEST.MF";

    private final ClassLoader host;

    public ClassPathPluginSource(ClassLoader host) {
        this.host = host;
    }

    @Override
    public List<PluginLocation> locate() {
        Map<String, PluginLocation> byProvider = new TreeMap<>();
        try {
            Set<String> roots = new TreeSet<>();
            for (URL services : Collections.list(host.getResources(SERVICES))) {
                if (roots.add(services.toString())) {
                    locate(services, byProvider);
                }
            }
        } catch (IOException e) {
            throw new PluginException("the plugins on the class path cannot be listed: " + e.getMessage(), e);
        }
        Set<ClassLoader> loaders = new HashSet<>();
        for (ClassLoader loader = host; loader != null; loader = loader.getParent()) {
            loaders.add(loader);
        }
        for (PluginLocation location : ModuleProviders.of(ModuleLayer.boot(), loaders::contains, host)) {
            byProvider.putIfAbsent(ModuleProviders.provider(location), location);
        }
        return List.copyOf(byProvider.values());
    }

    private void locate(URL services, Map<String, PluginLocation> byProvider) throws IOException {
        String url = services.toString();
        String root = url.substring(0, url.length() - SERVICES.length());
        Set<String> names = names(services);
        List<String> problems = new ArrayList<>();
        Optional<PluginDescriptor> descriptor = PluginDescriptor.read(manifest(root), problems::add);
        if (descriptor.isPresent() && names.size() > 1) {
            problems.add("its manifest describes one plugin, its " + SERVICES + " names " + names.size()
                    + "; take the attributes out where several plugins are packed into one jar");
        }
        for (String name : names) {
            List<String> own = new ArrayList<>(problems);
            String origin = name + " in " + path(root);
            PluginLocation other = byProvider.get(name);
            if (other != null) {
                own.add("was found before, " + other.origin() + "; remove one of them");
            }
            OpenedPlugin opened = new OpenedPlugin(host, type -> type.getName().equals(name), () -> {});
            byProvider.put(name, new PluginLocation(origin, descriptor, "", false, own, () -> opened));
        }
    }

    /** Returns the class names of a services file, as {@link java.util.ServiceLoader} reads it. */
    private static Set<String> names(URL services) throws IOException {
        Set<String> names = new TreeSet<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(open(services), StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                int comment = line.indexOf('#');
                String name = (comment < 0 ? line : line.substring(0, comment)).strip();
                if (!name.isEmpty()) {
                    names.add(name);
                }
            }
        }
        return names;
    }

    @SuppressWarnings("deprecation") // the URL was made by the class loader; only its end is changed
    private static Map<String, String> manifest(String root) throws IOException {
        try (InputStream in = open(new URL(root + MANIFEST))) {
            return Manifests.attributes(in);
        } catch (FileNotFoundException e) {
            return new LinkedHashMap<>();
        }
    }

    /** A cached connection would keep the jar open. */
    private static InputStream open(URL url) throws IOException {
        URLConnection connection = url.openConnection();
        connection.setUseCaches(false);
        return connection.getInputStream();
    }

    private static String path(String root) {
        return root.replaceFirst("^jar:", "").replaceFirst("^file:", "").replaceFirst("!/$", "");
    }
}
