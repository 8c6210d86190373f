package io.shelfwright.sample.scaffold;

import io.shelfwright.api.BadRequestException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Properties;
import java.util.stream.Stream;

/** The project of a new plugin: the archetype's files with the names filled in. */
public final class PluginProject {
    private static final String TEMPLATES = "/archetype-resources/";
    private static final String FIRST_VERSION = "1.0.0";
    private static final List<String> WRAPPER = List.of("mvnw", "mvnw.cmd", ".mvn/wrapper/maven-wrapper.properties");

    private final NewPlugin plugin;
    private final Path directory;

    public PluginProject(NewPlugin plugin, Path directory) {
        this.plugin = plugin;
        this.directory = directory;
    }

    /**
     * Writes the project: all of it, or nothing.
     *
     * @param checkout where Shelfwright's own Maven wrapper is taken from, if it has one
     * @return the files, relative to the project's directory
     * @throws BadRequestException if the directory holds something already
     */
    public List<Path> write(Path checkout) {
        Map<Path, byte[]> files = new LinkedHashMap<>();
        templates().forEach((template, target) -> files.put(Path.of(filled(target)), text(template)));
        Path whole = directory.toAbsolutePath().normalize();
        try {
            if (Files.exists(whole) && !isEmptyDirectory(whole)) {
                throw new BadRequestException(
                        directory + " exists and is not an empty directory; nothing was written: name a"
                                + " directory that does not exist yet");
            }
            Path parent = Objects.requireNonNull(whole.getParent(), "the root directory is never empty");
            Files.createDirectories(parent);
            Path staging = Files.createTempDirectory(parent, ".new-plugin");
            try {
                return fill(staging, whole, files, checkout);
            } finally {
                delete(staging);
            }
        } catch (IOException e) {
            throw new BadRequestException(
                    "cannot write " + directory + ": " + e + "; name a directory that can be written", e);
        }
    }

    private static List<Path> fill(Path staging, Path whole, Map<Path, byte[]> files, Path checkout)
            throws IOException {
        for (Map.Entry<Path, byte[]> file : files.entrySet()) {
            put(staging.resolve(file.getKey()), file.getValue());
        }
        List<Path> written = new ArrayList<>(files.keySet());
        for (String name : WRAPPER) {
            Path source = checkout.resolve(name);
            if (Files.isRegularFile(source)) {
                put(staging.resolve(name), Files.readAllBytes(source));
                staging.resolve(name).toFile().setExecutable(Files.isExecutable(source));
                written.add(Path.of(name));
            }
        }
        staging.toFile().setReadable(true, false);
        staging.toFile().setExecutable(true, false);
        Files.move(staging, whole, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        return List.copyOf(written);
    }

    /** Returns the jar that the project builds, relative to its directory. */
    public Path jar() {
        return Path.of("target", plugin.name() + "-" + FIRST_VERSION + ".jar");
    }

    private Map<String, String> templates() {
        Map<String, String> targets = new LinkedHashMap<>();
        for (String name : List.of(
                "pom.xml",
                "bnd.bnd",
                "README.md",
                "src/main/resources/META-INF/services/io.shelfwright.spi.ShelfwrightPlugin")) {
            targets.put(name, name);
        }
        String main = "src/main/java/";
        String test = "src/test/java/";
        String packagePath = plugin.packageName().replace('.', '/') + "/";
        targets.put(main + "package-info.java", main + packagePath + "package-info.java");
        for (String part : List.of("Plugin", "Settings", "")) {
            String file = "__className__" + part + ".java";
            targets.put(main + plugin.kind() + "/" + file, main + packagePath + file);
        }
        targets.put(test + plugin.kind() + "/__className__Test.java", test + packagePath + "__className__Test.java");
        targets.put(test + "__className__PluginTest.java", test + packagePath + "__className__PluginTest.java");
        return targets;
    }

    private byte[] text(String template) {
        return filled(read(TEMPLATES + template)).getBytes(StandardCharsets.UTF_8);
    }

    private String filled(String text) {
        return text.replace("__className__", plugin.className())
                .replace("${className}", plugin.className())
                .replace("${artifactId}", plugin.name())
                .replace("${groupId}", plugin.packageName())
                .replace("${package}", plugin.packageName())
                .replace("${kind}", plugin.kind().toString())
                .replace("${version}", FIRST_VERSION)
                .replace("${shelfwrightVersion}", shelfwrightVersion());
    }

    private static String shelfwrightVersion() {
        Properties properties = new Properties();
        try (InputStream in = open("/META-INF/shelfwright-archetype.properties")) {
            properties.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException("the archetype's jar cannot be read", e);
        }
        return properties.getProperty("version", "");
    }

    private static String read(String resource) {
        try (InputStream in = open(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException("the archetype's jar cannot be read", e);
        }
    }

    private static InputStream open(String resource) {
        return Objects.requireNonNull(
                PluginProject.class.getResourceAsStream(resource), () -> resource + " is not in the archetype's jar");
    }

    private static boolean isEmptyDirectory(Path path) throws IOException {
        if (!Files.isDirectory(path)) {
            return false;
        }
        try (Stream<Path> children = Files.list(path)) {
            return children.findAny().isEmpty();
        }
    }

    /** Deletes what is left where the project could not be made whole; it has moved away otherwise. */
    private static void delete(Path staging) throws IOException {
        if (!Files.exists(staging)) {
            return;
        }
        try (Stream<Path> files = Files.walk(staging)) {
            for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }

    private static void put(Path file, byte[] bytes) throws IOException {
        Files.createDirectories(Objects.requireNonNull(file.getParent(), "every file has a directory"));
        Files.write(file, bytes);
    }
}
