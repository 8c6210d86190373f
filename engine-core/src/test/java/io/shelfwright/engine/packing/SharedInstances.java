package io.shelfwright.engine.packing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/** The packing instances that lie beside the project. */
final class SharedInstances {
    private SharedInstances() {}

    /** Returns the files of a set, by the beginning of their names; skips the test where there are none. */
    static List<Path> files(String set) {
        Path folder = folder();
        Assumptions.assumeTrue(folder != null, "needs ../shared/packing, which is absent");
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(f -> f.getFileName().toString().startsWith(set)
                            && f.getFileName().toString().endsWith(".json"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static @Nullable Path folder() {
        for (Path at = Path.of(System.getProperty("user.dir")).toAbsolutePath(); at != null; at = at.getParent()) {
            Path folder = at.resolveSibling("shared").resolve("packing");
            if (Files.isDirectory(folder)) {
                return folder;
            }
        }
        return null;
    }
}
