package io.shelfwright.sample.data;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.CatalogException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Replaces the directory of one source: everything is written beside it first, then two renames put it in place.
 *
 * <p>A directory cannot be renamed over a full one, so the old one steps aside under another name; whoever comes after a
 * crash between the two renames puts it back.
 */
final class SourceSwap {
    private final Path sources;
    private final Path target;
    private final Path staging;
    private final Path old;

    SourceSwap(Path sources, Path target) {
        this.sources = sources;
        this.target = target;
        staging = sources.resolve(".staging-" + target.getFileName());
        old = sources.resolve(".old-" + target.getFileName());
    }

    ImportReport run(SourceFill fill) {
        List<Path> created = new ArrayList<>();
        boolean done = false;
        try {
            createDirectories(sources, created);
            Path lockFile = sources.resolve(".lock");
            if (!Files.exists(lockFile)) {
                created.add(lockFile);
            }
            try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = lock(channel)) {
                if (lock == null) {
                    created.clear();
                    throw new BadRequestException(
                            "another import is writing to " + sources + "; wait until it is done and try again");
                }
                recover();
                ImportReport report = stage(fill);
                swap();
                done = true;
                return report;
            }
        } catch (IOException e) {
            throw new CatalogException("cannot write " + target + ": " + e + "; the data directory is as it was", e);
        } finally {
            if (!done) {
                removeAll(created);
            }
        }
    }

    private ImportReport stage(SourceFill fill) throws IOException {
        boolean complete = false;
        try {
            Files.createDirectory(staging);
            try (SourceWriter writer = new SourceWriter(staging)) {
                ImportReport report = fill.fill(writer);
                writer.finish();
                Files.writeString(staging.resolve(SourceFiles.REPORT), ReportJson.text(report));
                complete = true;
                return report;
            }
        } finally {
            if (!complete) {
                deleteTree(staging);
            }
        }
    }

    private void swap() throws IOException {
        boolean replaced = Files.exists(target);
        if (replaced) {
            Files.move(target, old, StandardCopyOption.ATOMIC_MOVE);
        }
        try {
            Files.move(staging, target, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            if (replaced) {
                Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
            }
            deleteTree(staging);
            throw e;
        }
        deleteTree(old);
    }

    private void recover() throws IOException {
        if (Files.exists(old) && !Files.exists(target)) {
            Files.move(old, target, StandardCopyOption.ATOMIC_MOVE);
        }
        deleteTree(old);
        deleteTree(staging);
    }

    private static @Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    private static void createDirectories(Path directory, List<Path> created) throws IOException {
        List<Path> missing = new ArrayList<>();
        for (Path at = directory.toAbsolutePath(); at != null && !Files.exists(at); at = at.getParent()) {
            missing.add(0, at);
        }
        for (Path path : missing) {
            Files.createDirectory(path);
            created.add(path);
        }
    }

    private static void removeAll(List<Path> created) {
        for (int i = created.size() - 1; i >= 0; i--) {
            try {
                Files.deleteIfExists(created.get(i));
            } catch (IOException e) {
                // Someone else put something there meanwhile: what is not empty stays.
                return;
            }
        }
    }

    private static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(root)) {
            paths = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.delete(path);
        }
    }
}
