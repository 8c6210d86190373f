package io.shelfwright.learning.beam;

import io.shelfwright.learning.dataset.ShardResult;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/** Notes of written shards, left in the work directory for the process that publishes them. */
final class ShardNotes {
    private ShardNotes() {}

    static void write(Path work, ShardResult result) {
        Path note = note(work, result.number());
        try {
            Path temporary = Files.createTempFile(work, "note", ".tmp");
            try (ObjectOutputStream out = new ObjectOutputStream(Files.newOutputStream(temporary))) {
                out.writeObject(result);
            }
            Files.move(temporary, note, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException e) {
            throw new UncheckedIOException("cannot write " + note, e);
        }
    }

    static List<ShardResult> read(Path work, int shards) {
        List<ShardResult> results = new ArrayList<>();
        for (int shard = 0; shard < shards; shard++) {
            Path note = note(work, shard);
            try (ObjectInputStream in = new ObjectInputStream(Files.newInputStream(note))) {
                results.add((ShardResult) in.readObject());
            } catch (IOException | ClassNotFoundException e) {
                throw new IllegalStateException(
                        note + " cannot be read; on a cluster every machine must see this directory", e);
            }
        }
        return results;
    }

    static int count(Path work, int shards) {
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
