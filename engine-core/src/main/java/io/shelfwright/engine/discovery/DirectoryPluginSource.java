package io.shelfwright.engine.discovery;

import io.shelfwright.api.PluginException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The plugins of a directory: each sub-directory of jars, each single jar, and each zip is one, in the order of their names.
 *
 * <p>A plugin is copied before it is opened, so that its files may be overwritten while it runs. Names that begin with a dot
 * and files of other kinds are left alone; a directory that does not exist holds no plugins. Thread-safe.
 */
public final class DirectoryPluginSource implements PluginSource {
    private final Path path;
    private final boolean single;
    private final SharedPackages shared;
    private final ClassLoader host;
    private final WorkDirectory work = new WorkDirectory();

    private DirectoryPluginSource(Path path, boolean single, SharedPackages shared, ClassLoader host) {
        this.path = path;
        this.single = single;
        this.shared = shared;
        this.host = host;
    }

    /**
     * Returns a source.
     *
     * @param directory holds the plugins
     * @param shared packages that plugins see as the host has them
     * @param host loader of the shared packages
     */
    public static DirectoryPluginSource of(Path directory, SharedPackages shared, ClassLoader host) {
        return new DirectoryPluginSource(directory, false, shared, host);
    }

    /** Returns a source of one plugin: a jar, a zip, or a directory of jars. */
    public static DirectoryPluginSource ofOne(Path plugin, SharedPackages shared, ClassLoader host) {
        return new DirectoryPluginSource(plugin, true, shared, host);
    }

    /** Returns the directory. */
    public Path directory() {
        return path;
    }

    @Override
    public synchronized List<PluginLocation> locate() {
        List<PluginLocation> locations = new ArrayList<>();
        for (Path entry : entries()) {
            locations.add(new PluginFiles(entry, work).locate(files -> loader(entry, files)));
        }
        return locations;
    }

    private List<Path> entries() {
        if (single) {
            return List.of(path);
        }
        if (!Files.isDirectory(path)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(path)) {
            return entries.filter(DirectoryPluginSource::plugin)
                    .sorted(Comparator.comparing(entry -> entry.getFileName().toString()))
                    .toList();
        } catch (IOException e) {
            throw new PluginException("the plugin directory " + path + " cannot be read: " + e, e);
        }
    }

    private static boolean plugin(Path entry) {
        String name = entry.getFileName().toString().toLowerCase(Locale.ROOT);
        return !name.startsWith(".") && (name.endsWith(".jar") || name.endsWith(".zip") || Files.isDirectory(entry));
    }

    private OpenedPlugin loader(Path entry, PluginCopy copy) throws IOException {
        String name = entry.getFileName() + " " + copy.content();
        PluginClassLoader loader = new PluginClassLoader(name, copy.urls(), shared, host);
        return OpenedPlugin.of(loader, () -> {
            loader.close();
            copy.delete();
        });
    }

    /** Deletes the copies; the plugins of this source must be closed. */
    @Override
    public void close() {
        work.delete();
    }
}
