package io.shelfwright.learning.uservectors;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.ExperienceException;
import io.shelfwright.learning.job.CheckedFile;
import io.shelfwright.learning.job.WorkDirectory;
import io.shelfwright.spi.ItemVectors;
import io.shelfwright.spi.UserStateStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Computes the taste vectors of all users of a store and writes them to a directory of their own.
 *
 * <p>For those who work with many users at once: audiences, clusters, analysis. Pages never read them, as a user's state has the vector
 * already, newer by what was done since; both are one fold. A run that is killed leaves histories and finished shards, with which the next
 * run goes on as long as neither snapshot nor users changed. Both executors write the same bytes.
 */
public final class UserVectorsJob {
    private UserVectorsJob() {}

    /** Makes all shards. */
    public interface Executor {
        /** Calls {@link ShardVectors#make} for every shard of {@code 0..shards-1}. */
        void run(UserVectorsSpec spec);
    }

    /**
     * Deals the users, lets an executor compute, and publishes the directory with one rename, in place of an earlier one.
     *
     * @param snapshots directory of the snapshots
     * @param snapshot version whose item vectors are used
     * @param target directory for the vectors
     * @throws BadRequestException if the snapshot has no vectors, or another run is at it
     */
    public static UserVectors run(
            UserStateStore users, Path snapshots, String snapshot, Path target, int shards, Executor executor) {
        Path root = target.toAbsolutePath();
        requireOurs(root);
        Path staging = root.resolveSibling(".user-vectors");
        String identity = snapshot + ' ' + shards + ' ' + UserHistories.identity(users);
        try (WorkDirectory work = WorkDirectory.take(staging, root.resolveSibling(".user-vectors.lock"), identity)) {
            UserVectorsSpec spec = new UserVectorsSpec(
                    snapshots.toAbsolutePath().toString(), snapshot, work.path().toString(), shards);
            List<ItemVectors> spaces = new ShardVectors(spec).spaces();
            if (spaces.isEmpty()) {
                work.remove();
                throw new BadRequestException("snapshot " + snapshot
                        + " has no vectors of items, so users have none; 'shelfwright vectors train' makes them");
            }
            UserHistories.deal(users, work.path(), shards);
            executor.run(spec);
            Path made = work.path().resolve("made");
            WorkDirectory.remove(made);
            WorkDirectory.remove(work.path().resolve("old"));
            Files.createDirectory(made);
            try (UserVectorsWriter writer = new UserVectorsWriter(made, snapshot, spaces)) {
                for (int shard = 0; shard < shards; shard++) {
                    Path part = ShardVectors.part(work.path(), shard);
                    writer.add(CheckedFile.read(part)
                            .orElseThrow(() -> new IllegalStateException(
                                    part + " is missing; on a cluster every machine must see this directory")));
                }
            }
            if (Files.exists(root)) {
                Files.move(root, work.path().resolve("old"));
            }
            Files.move(made, root);
            work.remove();
            return UserVectors.read(root);
        } catch (IOException e) {
            throw new ExperienceException("users' vectors cannot be written to " + target + "; check free space", e);
        }
    }

    /** What stands there is replaced, so it must not be something else. */
    private static void requireOurs(Path target) {
        if (Files.exists(target) && !Files.exists(target.resolve(UserVectors.META))) {
            throw new BadRequestException(
                    target + " is there and holds no users' vectors; name a directory that does not exist yet");
        }
    }
}
