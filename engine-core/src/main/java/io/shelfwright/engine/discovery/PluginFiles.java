package io.shelfwright.engine.discovery;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** One entry of a plugin directory: finds its jars and what their manifests say, and loads no class. */
final class PluginFiles {
    private final Path entry;
    private final WorkDirectory work;
    private final List<String> problems = new ArrayList<>();

    /** Makes a class loader of a copy. */
    interface Opening {
        OpenedPlugin open(PluginCopy copy) throws IOException;
    }

    PluginFiles(Path entry, WorkDirectory work) {
        this.entry = entry;
        this.work = work;
    }

    PluginLocation locate(Opening opening) {
        String content = "";
        Optional<PluginDescriptor> descriptor = Optional.empty();
        Path root = entry;
        List<Path> jars = List.of();
        try {
            boolean zip = entry.toString().toLowerCase(Locale.ROOT).endsWith(".zip");
            if (!Files.exists(entry)) {
                throw new IOException("there is no such file or directory");
            }
            boolean single = !zip && !Files.isDirectory(entry);
            root = zip ? PluginZip.unpack(entry, work) : single ? parent(entry) : entry;
            jars = single ? List.of(entry) : jars(root);
            content = ContentHash.of(root, jars);
            descriptor = inspect(root, jars);
        } catch (IOException e) {
            problems.add("cannot be read: " + e.getMessage());
        }
        Path from = root;
        List<Path> files = jars;
        String hash = content;
        return new PluginLocation(
                entry.toString(),
                descriptor,
                content,
                true,
                problems,
                () -> opening.open(PluginCopy.of(from, files, hash, work.next(name()))));
    }

    private Optional<PluginDescriptor> inspect(Path root, List<Path> jars) throws IOException {
        if (jars.isEmpty()) {
            problems.add(
                    "there is no jar in it; a zip or a directory holds the plugin's jar and the jars of its libraries,"
                            + " not their classes");
            return Optional.empty();
        }
        TreeMap<String, PluginDescriptor> described = new TreeMap<>();
        int before = problems.size();
        for (Path jar : jars) {
            String name = root.relativize(jar).toString();
            JarContents contents = JarContents.read(jar);
            if (!contents.bundledApi().isEmpty()) {
                problems.add(name + " holds " + contents.bundledApi()
                        + ", a class of the plugin API, which must come from the engine; build it without"
                        + " shelfwright-engine-api in it (scope 'provided')");
            }
            PluginDescriptor.read(contents.attributes(), problem -> problems.add(problem + " (in " + name + ")"))
                    .ifPresent(descriptor -> described.put(name, descriptor));
        }
        if (described.size() > 1) {
            problems.add("several of its jars are plugins, " + String.join(" and ", described.keySet())
                    + "; allowed is one: make a sub-directory for each");
        }
        if (described.isEmpty() && problems.size() == before) {
            problems.add("no manifest in it has the main attributes " + PluginDescriptor.ID + ", "
                    + PluginDescriptor.VERSION + " and " + PluginDescriptor.API + "; add them to the plugin's jar");
        }
        return described.size() == 1 ? Optional.of(described.firstEntry().getValue()) : Optional.empty();
    }

    private static List<Path> jars(Path directory) throws IOException {
        try (Stream<Path> files = Files.walk(directory)) {
            return files.filter(Files::isRegularFile)
                    .filter(file -> file.toString().toLowerCase(Locale.ROOT).endsWith(".jar"))
                    .filter(file -> !file.getFileName().toString().startsWith("."))
                    .sorted()
                    .toList();
        }
    }

    private static Path parent(Path jar) {
        Path parent = jar.getParent();
        return parent == null ? Path.of("") : parent;
    }

    private String name() {
        return entry.getFileName().toString();
    }
}
