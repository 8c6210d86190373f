package io.shelfwright.engine.userstate;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.ShelfwrightException;
import io.shelfwright.api.UserProfile;
import io.shelfwright.api.UserStateException;
import io.shelfwright.spi.UserStateStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/**
 * Keeps users in one file of a directory, {@code users.mv}, durably and without a server.
 *
 * <p>What {@link #append} returned for is committed and forced to disk; concurrent appends share a force. A file has one
 * owner: a second engine that opens it is refused. A file that lost commits, because it was cut off or is an older copy, is
 * refused too: {@code users.mv.last} beside it says how many there were.
 *
 * <p>Of a user at most a number of interactions is kept. When there are more, the older half is summed up, which keeps what
 * the state is made of, but not its earlier versions: {@link #oldest}.
 *
 * <p>Thread-safe; reads do not wait for writes. Erasing rewrites the file, while reads and writes go on; they wait only for
 * the moment in which the new file takes the place of the old one.
 */
public final class MvUserStateStore implements UserStateStore {
    /** Most interactions kept of one user. */
    public static final int DEFAULT_MOST = 20_000;

    private static final String FILE = "users.mv";
    private static final int BULK = 100_000;

    private final Path path;
    private final int most;
    private final StoreFailures failures;
    private final GroupCommit commits;
    private final ReentrantLock erasing = new ReentrantLock();
    private volatile boolean closed;

    private MvUserStateStore(Path path, int most) {
        this.path = path;
        this.most = most;
        failures = new StoreFailures(path);
        MvFile file = new MvFile(path, failures);
        try {
            Rewriting.clean(path);
            commits = new GroupCommit(file, path);
        } catch (RuntimeException e) {
            file.store.closeImmediately();
            throw e instanceof ShelfwrightException known ? known : failures.opening(e);
        }
    }

    /**
     * Opens the users of a directory, which is created where it is missing.
     *
     * @throws UserStateException if another process has it open, if the file is damaged, or if it cannot be created
     */
    public static MvUserStateStore open(Path directory) {
        return open(directory, DEFAULT_MOST);
    }

    /**
     * Opens the users of a directory, which is created where it is missing.
     *
     * @param most interactions kept of one user, at least 100
     * @throws UserStateException if another process has it open, if the file is damaged, or if it cannot be created
     */
    public static MvUserStateStore open(Path directory, int most) {
        if (most < 100) {
            throw new IllegalArgumentException(
                    "at most " + most + " interactions of a user are to be kept, allowed are numbers from 100");
        }
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UserStateException(
                    "directory " + directory + " for user state cannot be created (" + e.getMessage()
                            + "); check the path and its permissions",
                    e);
        }
        return new MvUserStateStore(directory.resolve(FILE), most);
    }

    @Override
    public Optional<UserProfile> profile(String userId) {
        return reading(file -> {
            byte[] bytes = file.profiles.get(userId);
            return bytes == null ? Optional.empty() : Optional.of(StoredProfile.read(userId, bytes));
        });
    }

    @Override
    public void putProfile(UserProfile profile) {
        writing(file -> file.putProfile(profile));
    }

    @Override
    public List<Interaction> interactions(String userId, long version) {
        return interactions(userId, 0, version);
    }

    @Override
    public List<Interaction> interactions(String userId, long from, long to) {
        return reading(file -> file.interactions(userId, from, to));
    }

    @Override
    public long version(String userId) {
        return reading(file -> file.length(userId));
    }

    @Override
    public long oldest(String userId) {
        return reading(file -> file.compacted.getOrDefault(userId, 0L));
    }

    @Override
    public long append(Interaction interaction) {
        Recordable.check(interaction);
        return writing(file -> file.append(interaction, most));
    }

    /**
     * Appends many at once, committing after every 100,000; repeating a call that failed stores each interaction once.
     */
    @Override
    public void appendAll(List<Interaction> added) {
        added.forEach(Recordable::check);
        for (int from = 0; from < added.size(); from += BULK) {
            List<Interaction> chunk = List.copyOf(added.subList(from, Math.min(added.size(), from + BULK)));
            writing(file -> file.appendAll(chunk, most));
        }
    }

    /** Removes a user and rewrites the file, so that no byte of the user is left in it, not even in free space. */
    @Override
    public void erase(String userId) {
        erasing.lock();
        try {
            writing(file -> file.erase(userId));
            new Rewriting(path, failures).run(commits);
        } catch (ShelfwrightException e) {
            throw e;
        } catch (RuntimeException e) {
            throw failures.writing(e);
        } finally {
            erasing.unlock();
        }
    }

    @Override
    public void users(Consumer<String> consumer) {
        String profiled = reading(file -> file.profiles.firstKey());
        UserEntry active = reading(file -> file.interactions.firstKey());
        while (profiled != null || active != null) {
            String user = active == null || (profiled != null && profiled.compareTo(active.userId()) < 0)
                    ? profiled
                    : active.userId();
            if (user == null) {
                return;
            }
            consumer.accept(user);
            if (user.equals(profiled)) {
                profiled = reading(file -> file.profiles.higherKey(user));
            }
            if (active != null && user.equals(active.userId())) {
                active = reading(file -> file.interactions.higherKey(UserEntry.last(user)));
            }
        }
    }

    /** Commits, forces and closes; a second call does nothing. */
    @Override
    public void close() {
        erasing.lock();
        try {
            closed = true;
            commits.close();
        } catch (RuntimeException e) {
            throw failures.writing(e);
        } finally {
            erasing.unlock();
        }
    }

    private <T extends @Nullable Object> T reading(Function<MvFile, T> read) {
        while (true) {
            MvFile file = commits.file();
            // A closed store would still answer from memory, and after a failed write with what is not on disk.
            if (file.store.isClosed()) {
                if (!closed && commits.exchanged(file)) {
                    continue;
                }
                throw failures.closed(null);
            }
            try {
                return read.apply(file);
            } catch (ShelfwrightException e) {
                throw e;
            } catch (RuntimeException e) {
                if (closed || !file.store.isClosed() || !commits.exchanged(file)) {
                    throw failures.reading(e);
                }
            }
        }
    }

    private long writing(ToLongFunction<MvFile> change) {
        try {
            return commits.write(change);
        } catch (RuntimeException e) {
            throw failures.writing(e);
        }
    }
}
