package io.shelfwright.learning.uservectors;

import io.shelfwright.api.ExperienceException;
import io.shelfwright.api.Interaction;
import io.shelfwright.engine.experience.ExperienceRecords;
import io.shelfwright.learning.dataset.ShardFile;
import io.shelfwright.spi.UserStateStore;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What all users did, taken out of their store and dealt to one file a shard: other processes and machines cannot open the store. */
final class UserHistories {
    private static final String DONE = "histories.done";

    private UserHistories() {}

    /** Takes what one user did. */
    @FunctionalInterface
    interface User {
        /**
         * Takes it.
         *
         * @param version of the user
         * @param recorded in the order of recording
         */
        void accept(String userId, long version, List<Interaction> recorded);
    }

    /** Returns the users and their versions as a number, by which a later run knows whether anything was recorded since. */
    static long identity(UserStateStore users) {
        long[] hash = {0x9E3779B97F4A7C15L};
        users.users(user -> hash[0] = (hash[0] ^ user.hashCode()) * 0xBF58476D1CE4E5B9L + users.version(user));
        return hash[0];
    }

    /** Deals all users, unless an earlier run has done so; users of a file stand in ascending order. */
    static void deal(UserStateStore users, Path work, int shards) {
        Path done = work.resolve(DONE);
        if (Files.exists(done)) {
            return;
        }
        List<DataOutputStream> files = new ArrayList<>();
        try {
            try {
                for (int shard = 0; shard < shards; shard++) {
                    files.add(new DataOutputStream(new BufferedOutputStream(Files.newOutputStream(file(work, shard)))));
                }
                users.users(user -> write(files.get(ShardFile.of(user, shards)), user, users));
            } finally {
                for (DataOutputStream file : files) {
                    file.close();
                }
            }
            for (int shard = 0; shard < shards; shard++) {
                try (FileChannel channel = FileChannel.open(file(work, shard), StandardOpenOption.WRITE)) {
                    channel.force(true);
                }
            }
            Files.createFile(done);
        } catch (IOException | UncheckedIOException e) {
            throw new ExperienceException("histories cannot be written to " + work + "; check free space", e);
        }
    }

    private static void write(DataOutputStream out, String user, UserStateStore users) {
        long version = users.version(user);
        List<Interaction> recorded = users.interactions(user, version);
        try {
            out.writeUTF(user);
            out.writeLong(version);
            out.writeInt(recorded.size());
            for (Interaction interaction : recorded) {
                byte[] bytes = ExperienceRecords.bytes(interaction);
                out.writeInt(bytes.length);
                out.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives the users of a shard. */
    static void read(Path work, int shard, User consumer) {
        Path file = file(work, shard);
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(Files.newInputStream(file)))) {
            while (more(in)) {
                String user = in.readUTF();
                long version = in.readLong();
                int size = in.readInt();
                List<Interaction> recorded = new ArrayList<>(size);
                for (int i = 0; i < size; i++) {
                    byte[] bytes = new byte[in.readInt()];
                    in.readFully(bytes);
                    recorded.add(ExperienceRecords.interaction(bytes));
                }
                consumer.accept(user, version, recorded);
            }
        } catch (IOException e) {
            throw new ExperienceException(
                    file + " cannot be read; on a cluster every machine must see this directory", e);
        }
    }

    private static boolean more(DataInputStream in) throws IOException {
        in.mark(1);
        boolean more = in.read() >= 0;
        in.reset();
        return more;
    }

    private static Path file(Path work, int shard) {
        return work.resolve(String.format(Locale.ROOT, "histories-%05d.bin", shard));
    }
}
