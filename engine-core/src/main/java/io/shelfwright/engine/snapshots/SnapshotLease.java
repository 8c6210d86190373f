package io.shelfwright.engine.snapshots;

import io.shelfwright.api.SnapshotException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Says to all processes that a version of a snapshot is in use, so that none deletes it; thread-safe.
 *
 * <p>It is a locked file {@code .leases/VERSION.PROCESS.ID}: the operating system lets go of the lock when the process dies, however
 * it dies, so that no lease outlives its holder.
 */
public final class SnapshotLease implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotLease.class);
    private static final String DIRECTORY = ".leases";

    private final @Nullable Path file;
    private final @Nullable FileChannel channel;

    private SnapshotLease(@Nullable Path file, @Nullable FileChannel channel) {
        this.file = file;
        this.channel = channel;
    }

    /**
     * Takes a lease. One that is still being published needs none, and one that cannot be written beside gets none: who may not write
     * there is told in the log.
     *
     * @throws SnapshotException if the version was deleted meanwhile
     */
    public static SnapshotLease take(Snapshot snapshot) {
        Path store = snapshot.directory().toAbsolutePath().getParent();
        if (store == null || !String.valueOf(snapshot.directory().getFileName()).equals(snapshot.version())) {
            return new SnapshotLease(null, null);
        }
        Path leases = store.resolve(DIRECTORY);
        try {
            return new DirectoryLock(leases).alone(() -> take(snapshot, leases));
        } catch (AccessDeniedException | ReadOnlyFileSystemException e) {
            LOG.warn(
                    "snapshot {} is used without a lease, as nothing can be written into its directory ({}); whoever"
                            + " publishes there must keep enough versions",
                    snapshot.version(),
                    e.toString());
            return new SnapshotLease(null, null);
        } catch (IOException e) {
            throw new SnapshotException("cannot take a lease on snapshot " + snapshot.version() + ": " + e, e);
        }
    }

    private static SnapshotLease take(Snapshot snapshot, Path leases) throws IOException {
        if (!Files.isDirectory(snapshot.directory())) {
            throw new SnapshotException("snapshot " + snapshot.version()
                    + " was deleted meanwhile, as newer ones are in use; take the one in use");
        }
        Path file = leases.resolve(snapshot.version() + "." + process() + "." + UUID.randomUUID());
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        try {
            if (channel.tryLock() == null) {
                throw new IOException("the new file " + file.getFileName() + " is locked by somebody else");
            }
            return new SnapshotLease(file, channel);
        } catch (IOException e) {
            channel.close();
            Files.deleteIfExists(file);
            throw e;
        }
    }

    /** Does something while no lease can be taken. */
    static <T> T whileNoneIsTaken(Path store, DirectoryLock.Change<T> change) throws IOException {
        return new DirectoryLock(store.resolve(DIRECTORY)).alone(change);
    }

    /**
     * Returns whether anybody uses a version, and deletes what dead processes left.
     *
     * <p>A file of this process must not even be opened: closing it would let go of the lock.
     */
    static boolean isTaken(Path store, String version) throws IOException {
        boolean taken = false;
        for (Path file : files(store.resolve(DIRECTORY))) {
            String name = String.valueOf(file.getFileName());
            if (!name.startsWith(version + ".")) {
                continue;
            }
            if (name.startsWith(version + "." + process() + ".")) {
                taken = true;
                continue;
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE);
                    FileLock lock = channel.tryLock()) {
                if (lock == null) {
                    taken = true;
                } else {
                    Files.deleteIfExists(file);
                }
            }
        }
        return taken;
    }

    private static List<Path> files(Path leases) throws IOException {
        if (!Files.isDirectory(leases)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(leases)) {
            return new ArrayList<>(children.toList());
        }
    }

    /** Returns a name of this process, the same for every class loader in it; its number may be that of one elsewhere. */
    private static String process() {
        return (String) System.getProperties()
                .computeIfAbsent("shelfwright.process", key -> UUID.randomUUID().toString());
    }

    @Override
    public synchronized void close() {
        if (file == null || channel == null || !channel.isOpen()) {
            return;
        }
        try {
            channel.close();
            Files.deleteIfExists(file);
        } catch (IOException e) {
            LOG.warn("the lease {} cannot be given back; it ends with this process", file.getFileName(), e);
        }
    }
}
