package io.shelfwright.engine.discovery;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A temporary directory of this process for copies of plugins, made when it is needed; thread-safe. */
final class WorkDirectory {
    private static final Logger LOG = LoggerFactory.getLogger(WorkDirectory.class);

    private @Nullable Path path;
    private int made;

    /** Returns a new directory in it. */
    synchronized Path next(String name) throws IOException {
        made++;
        return Files.createDirectory(path().resolve(made + "-" + name));
    }

    synchronized Path path() throws IOException {
        Path known = path;
        if (known == null) {
            known = Files.createTempDirectory("shelfwright-plugins-");
            path = known;
        }
        return known;
    }

    synchronized void delete() {
        Path known = path;
        path = null;
        if (known != null) {
            delete(known);
        }
    }

    /** Deletes a directory with all in it; what cannot be deleted is left to whoever cleans temporary files. */
    static void delete(Path directory) {
        try {
            Files.walkFileTree(directory, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path visited, @Nullable IOException e) throws IOException {
                    Files.delete(visited);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException e) {
            LOG.warn("the temporary directory {} of plugins cannot be deleted", directory, e);
        }
    }
}
