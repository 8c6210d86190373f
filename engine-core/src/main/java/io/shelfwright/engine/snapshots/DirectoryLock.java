package io.shelfwright.engine.snapshots;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;

/**
 * Keeps out other threads and other processes while something is changed that they could change too.
 *
 * <p>A file lock keeps out other processes only; a second thread that asked for it would fail instead of waiting.
 */
final class DirectoryLock {
    private static final ReentrantLock IN_PROCESS = new ReentrantLock();

    /** A literal is the same object for every class loader; two of them may have an engine each, in one process. */
    private static final Object OF_ALL_LOADERS = "io.shelfwright.engine.snapshots.lock";

    private final Path file;

    DirectoryLock(Path directory) {
        file = directory.resolve(".lock");
    }

    /** What is done alone. */
    @FunctionalInterface
    interface Change<T> {
        T make() throws IOException;
    }

    /** Waits until nobody else is at it. */
    <T> T alone(Change<T> change) throws IOException {
        IN_PROCESS.lock();
        try {
            synchronized (OF_ALL_LOADERS) {
                try (FileChannel channel = open();
                        FileLock lock = channel.lock()) {
                    return change.make();
                }
            }
        } finally {
            IN_PROCESS.unlock();
        }
    }

    /** Does nothing where somebody else is at it. */
    <T> Optional<T> aloneIfFree(Change<T> change) throws IOException {
        if (!IN_PROCESS.tryLock()) {
            return Optional.empty();
        }
        try {
            synchronized (OF_ALL_LOADERS) {
                try (FileChannel channel = open();
                        FileLock lock = channel.tryLock()) {
                    return lock == null ? Optional.empty() : Optional.of(change.make());
                }
            }
        } finally {
            IN_PROCESS.unlock();
        }
    }

    private FileChannel open() throws IOException {
        Path directory = file.getParent();
        if (directory != null) {
            Files.createDirectories(directory);
        }
        return FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }
}
