package io.shelfwright.packaging;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;

/** The jars that the build has copied here. */
final class Jars {
    private static final Path COPIED = Path.of(System.getProperty("shelfwright.jars"));

    private Jars() {}

    /** Returns the root of the sources. */
    static Path root() {
        return Path.of(System.getProperty("shelfwright.root"));
    }

    /** Returns every jar that is published, in the order of names. */
    static List<Path> ours() {
        return in("shelfwright");
    }

    /** Returns what the engine and its plugins need at run time. */
    static List<Path> libraries() {
        return in("libraries");
    }

    /** Returns the bundles that stand in for libraries which are none. */
    static List<Path> wrapped() {
        return in("wrapped");
    }

    /** Returns our jar of an artifact without its prefix, such as {@code engine-api}. */
    static Path ours(String artifact) {
        return ours().stream()
                .filter(jar -> jar.getFileName().toString().matches("shelfwright-" + artifact + "-\\d.*\\.jar"))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no jar of " + artifact + " in " + COPIED));
    }

    static Attributes manifest(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getManifest().getMainAttributes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean holds(Path jar, String entry) {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.getEntry(entry) != null;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the lines of an entry, none if there is no such entry. */
    static List<String> lines(Path jar, String entry) {
        try (JarFile file = new JarFile(jar.toFile())) {
            ZipEntry found = file.getEntry(entry);
            return found == null
                    ? List.of()
                    : new String(file.getInputStream(found).readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .filter(line -> !line.isBlank() && !line.startsWith("#"))
                            .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<Path> in(String folder) {
        try (Stream<Path> files = Files.list(COPIED.resolve(folder))) {
            return files.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
