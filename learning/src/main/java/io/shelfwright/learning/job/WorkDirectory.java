package io.shelfwright.learning.job;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.ExperienceException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The directory in which a job keeps what it has finished, for one run at a time.
 *
 * <p>A run that is killed or fails leaves it behind. The next run of the same job, told by its identity, finds what was finished and goes
 * on; the run of another job begins with an empty directory. Whoever reads what was left verifies it.
 */
public final class WorkDirectory implements AutoCloseable {
    private static final String IDENTITY = "job.txt";

    private final Path path;
    private final FileChannel lock;
    private final boolean resumed;

    private WorkDirectory(Path path, FileChannel lock, boolean resumed) {
        this.path = path;
        this.lock = lock;
        this.resumed = resumed;
    }

    /**
     * Takes a directory, empty or with what a run of the same identity left.
     *
     * @param path the directory; those above it are made
     * @param lock file that is locked meanwhile, outside of the directory; it stays
     * @param identity of the job: everything that what it finishes depends on
     * @throws BadRequestException if another run holds it
     */
    public static WorkDirectory take(Path path, Path lock, String identity) {
        try {
            Files.createDirectories(lock.toAbsolutePath().resolveSibling(""));
            FileChannel channel = FileChannel.open(lock, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            try {
                if (!locked(channel)) {
                    throw new BadRequestException("another run is writing to " + path + "; wait for it to end");
                }
                return new WorkDirectory(path, channel, prepared(path, identity));
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new ExperienceException("a job cannot work in " + path + "; check free space and permissions", e);
        }
    }

    /** Returns whether a run of the same identity was here; otherwise the directory is emptied for a new one. */
    private static boolean prepared(Path path, String identity) throws IOException {
        Path mark = path.resolve(IDENTITY);
        if (Files.exists(mark) && Files.readString(mark).equals(identity)) {
            return true;
        }
        remove(path);
        Files.createDirectories(path);
        Path temporary = path.resolve(IDENTITY + ".tmp");
        Files.writeString(temporary, identity);
        Files.move(temporary, mark, StandardCopyOption.ATOMIC_MOVE);
        return false;
    }

    private static boolean locked(FileChannel channel) throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false; // by another thread of this process
        }
    }

    /** Returns where the job writes. */
    public Path path() {
        return path;
    }

    /** Returns whether an earlier run of the same job was here. */
    public boolean resumed() {
        return resumed;
    }

    /** Takes the job's mark away, so that the directory holds nothing but what the job put there. */
    public void unmark() throws IOException {
        Files.deleteIfExists(path.resolve(IDENTITY));
    }

    /** Removes the directory with everything in it. */
    public void remove() {
        try {
            remove(path);
        } catch (IOException e) {
            throw new ExperienceException("what is left in " + path + " cannot be removed", e);
        }
    }

    /** Lets others work there; what is in the directory stays. */
    @Override
    public void close() {
        try {
            lock.close();
        } catch (IOException e) {
            throw new ExperienceException("the lock of " + path + " cannot be given back", e);
        }
    }

    /** Removes a directory tree, if there is one. */
    public static void remove(Path tree) throws IOException {
        if (!Files.exists(tree)) {
            return;
        }
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(tree)) {
            paths = walk.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path path : paths) {
            Files.deleteIfExists(path);
        }
    }
}
