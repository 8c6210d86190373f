package io.shelfwright.learning.dataset;

import io.shelfwright.learning.job.CheckedFile;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Notes of written shards, left in the work directory: for the process that publishes them, and for the next run where this one is
 * killed.
 */
public final class ShardNotes {
    private ShardNotes() {}

    /** Says that a shard is written. */
    public static void write(Path work, ShardResult result) {
        CheckedFile.write(note(work, result.number()), out -> {
            ObjectOutputStream objects = new ObjectOutputStream(out);
            objects.writeObject(result);
            objects.flush();
        });
    }

    /**
     * Returns the shards that are written and whole, by number: those whose note is, and whose file has the size and the checksum that the
     * note says.
     *
     * @param directory of the shards
     */
    public static Map<Integer, ShardResult> finished(Path directory, Path work, int shards) {
        Map<Integer, ShardResult> finished = new TreeMap<>();
        for (int shard = 0; shard < shards; shard++) {
            Optional<ShardResult> result = read(note(work, shard));
            if (result.isPresent() && whole(directory.resolve(result.get().file()), result.get())) {
                finished.put(shard, result.get());
            }
        }
        return finished;
    }

    private static boolean whole(Path file, ShardResult result) {
        try {
            return Files.exists(file)
                    && Files.size(file) == result.bytes()
                    && Checksums.sha256(file).equals(result.sha256());
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + file, e);
        }
    }

    private static Optional<ShardResult> read(Path note) {
        Optional<byte[]> bytes = CheckedFile.read(note);
        if (bytes.isEmpty()) {
            return Optional.empty();
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.get()))) {
            return Optional.of((ShardResult) in.readObject());
        } catch (IOException | ClassNotFoundException e) {
            throw new IllegalStateException(note + " is whole but cannot be read", e);
        }
    }

    /** Returns how many shards have a note, for progress. */
    public static int count(Path work, int shards) {
        int count = 0;
        for (int shard = 0; shard < shards; shard++) {
            count += Files.exists(note(work, shard)) ? 1 : 0;
        }
        return count;
    }

    private static Path note(Path work, int shard) {
        return work.resolve("shard-" + shard + ".note");
    }
}
