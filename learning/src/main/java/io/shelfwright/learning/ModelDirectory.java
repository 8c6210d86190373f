package io.shelfwright.learning;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** A model is made in a directory of its own and moves into a snapshot as a whole. */
final class ModelDirectory implements AutoCloseable {
    private final Path path;

    private ModelDirectory(Path path) {
        this.path = path;
    }

    static ModelDirectory create() throws IOException {
        return new ModelDirectory(Files.createTempDirectory("shelfwright-learning"));
    }

    Path path() {
        return path;
    }

    /** Puts a copy in the place of whatever model is there: nothing of an older one may stay behind. */
    void copyTo(Path target) throws IOException {
        delete(target);
        try (Stream<Path> walk = Files.walk(path)) {
            for (Path file : walk.toList()) {
                Path copy = target.resolve(path.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(copy);
                } else {
                    Files.copy(file, copy);
                }
            }
        }
    }

    @Override
    public void close() throws IOException {
        delete(path);
    }

    private static void delete(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(root)) {
            paths = new ArrayList<>(walk.toList());
        }
        paths.sort(Comparator.reverseOrder());
        for (Path each : paths) {
            Files.delete(each);
        }
    }
}
