package io.shelfwright.engine.userstate;

import io.shelfwright.api.UserStateException;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.CRC32;

/**
 * A small file beside the store that says how many commits the store has made durable, so that a store which lost some of
 * them is told from a whole one.
 *
 * <p>A store that was cut off opens at its last whole commit, which looks like an ordinary, older store. The number is
 * written after the force of the commit it counts and is not forced itself: it never runs ahead of the store. After a loss of
 * power it may lag behind, and then less is noticed.
 */
final class LastCommit implements AutoCloseable {
    private static final int BYTES = 16;

    private final RandomAccessFile file;

    private LastCommit(RandomAccessFile file) {
        this.file = file;
    }

    /**
     * Opens the file beside a store, and compares.
     *
     * @param commits how many commits the store holds
     * @throws UserStateException if the store has fewer commits than were made durable
     */
    static LastCommit open(Path store, long commits) {
        Path path = store.resolveSibling(store.getFileName() + ".last");
        try {
            boolean known = Files.exists(path);
            RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
            LastCommit last = new LastCommit(file);
            long durable = known ? last.read() : 0;
            if (durable > commits) {
                file.close();
                throw new UserStateException(
                        "user state " + store + " holds " + commits + " commits, but " + durable
                                + " were acknowledged: the file was cut off, or is an older copy; restore the newest"
                                + " backup of both files, or delete " + path.getFileName()
                                + " to go on without what is lost",
                        null);
            }
            last.write(commits);
            return last;
        } catch (IOException e) {
            throw new UserStateException(
                    "file " + path + " beside the user state cannot be opened (" + e.getMessage()
                            + "); check its permissions",
                    e);
        }
    }

    private long read() throws IOException {
        byte[] bytes = new byte[BYTES];
        if (file.length() < BYTES) {
            return 0;
        }
        file.readFully(bytes);
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        long commits = buffer.getLong();
        // A torn number says nothing; the store itself is checked by its own sums.
        return buffer.getLong() == sum(commits) ? commits : 0;
    }

    void write(long commits) {
        byte[] bytes = ByteBuffer.allocate(BYTES)
                .putLong(commits)
                .putLong(sum(commits))
                .array();
        try {
            file.seek(0);
            file.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("the number of the last commit cannot be written", e);
        }
    }

    private static long sum(long commits) {
        CRC32 sum = new CRC32();
        sum.update(ByteBuffer.allocate(Long.BYTES).putLong(commits).array());
        return sum.getValue();
    }

    @Override
    public void close() {
        try {
            file.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
