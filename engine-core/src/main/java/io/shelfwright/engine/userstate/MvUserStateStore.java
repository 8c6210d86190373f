package io.shelfwright.engine.userstate;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.ShelfwrightException;
import io.shelfwright.api.UserProfile;
import io.shelfwright.api.UserStateException;
import io.shelfwright.spi.UserStateStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;
import org.jspecify.annotations.Nullable;

/**
 * Keeps users in one file of a directory, {@code users.mv}, durably and without a server.
 *
 * <p>What {@link #append} returned for is committed and forced to disk; concurrent appends share a force. A file has one
 * owner: a second engine that opens it is refused. Thread-safe; reads do not wait for writes.
 */
public final class MvUserStateStore implements UserStateStore {
    private static final String FILE = "users.mv";
    private static final int CACHE_MEGABYTES = 32;
    private static final int BULK = 100_000;
    private static final int CLOSING_COMPACTION_MILLIS = 200;

    /** Space of old commits is used again after this; each commit is forced before the next, so it only protects readers. */
    private static final int RETENTION_MILLIS = 5_000;

    private final StoreFailures failures;
    private final MVStore store;
    private final GroupCommit commits;
    private final MVMap<String, byte[]> profiles;
    private final MVMap<UserEntry, byte[]> interactions;
    private final MVMap<IdEntry, Long> ids;

    private MvUserStateStore(Path file) {
        failures = new StoreFailures(file);
        store = openStore(file, failures);
        try {
            profiles = store.openMap(
                    "profiles",
                    new MVMap.Builder<String, byte[]>()
                            .keyType(StringDataType.INSTANCE)
                            .valueType(ByteArrayDataType.INSTANCE));
            interactions = store.openMap(
                    "interactions",
                    new MVMap.Builder<UserEntry, byte[]>()
                            .keyType(new UserEntryType())
                            .valueType(ByteArrayDataType.INSTANCE));
            ids = store.openMap(
                    "ids",
                    new MVMap.Builder<IdEntry, Long>()
                            .keyType(new IdEntryType())
                            .valueType(LongDataType.INSTANCE));
        } catch (RuntimeException e) {
            store.closeImmediately();
            throw failures.opening(e);
        }
        commits = new GroupCommit(store);
    }

    /**
     * Opens the users of a directory, which is created where it is missing.
     *
     * @throws UserStateException if another process has it open, if the file is damaged, or if it cannot be created
     */
    public static MvUserStateStore open(Path directory) {
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw new UserStateException(
                    "directory " + directory + " for user state cannot be created (" + e.getMessage()
                            + "); check the path and its permissions",
                    e);
        }
        return new MvUserStateStore(directory.resolve(FILE));
    }

    @Override
    public Optional<UserProfile> profile(String userId) {
        return reading(() -> {
            byte[] bytes = profiles.get(userId);
            return bytes == null ? Optional.empty() : Optional.of(StoredProfile.read(userId, bytes));
        });
    }

    @Override
    public void putProfile(UserProfile profile) {
        byte[] bytes = StoredProfile.write(profile);
        writing(() -> {
            profiles.put(profile.userId(), bytes);
            return 0;
        });
    }

    @Override
    public List<Interaction> interactions(String userId, long version) {
        return interactions(userId, 0, version);
    }

    @Override
    public List<Interaction> interactions(String userId, long from, long to) {
        return reading(() -> {
            List<Interaction> found = new ArrayList<>();
            if (to > from) {
                Cursor<UserEntry, byte[]> cursor =
                        interactions.cursor(new UserEntry(userId, from), new UserEntry(userId, to - 1), false);
                while (cursor.hasNext()) {
                    cursor.next();
                    found.add(StoredInteraction.read(userId, cursor.getValue()));
                }
            }
            return found;
        });
    }

    @Override
    public long version(String userId) {
        return reading(() -> length(userId));
    }

    @Override
    public long append(Interaction interaction) {
        Recordable.check(interaction);
        byte[] bytes = StoredInteraction.write(interaction);
        return writing(() -> put(interaction, bytes, length(interaction.userId())));
    }

    /**
     * Appends many at once, committing after every 100,000; repeating a call that failed stores each interaction once.
     */
    @Override
    public void appendAll(List<Interaction> added) {
        added.forEach(Recordable::check);
        for (int from = 0; from < added.size(); from += BULK) {
            List<Interaction> chunk = added.subList(from, Math.min(added.size(), from + BULK));
            writing(() -> putAll(chunk));
        }
    }

    @Override
    public void users(Consumer<String> consumer) {
        String profiled = reading(profiles::firstKey);
        UserEntry active = reading(interactions::firstKey);
        while (profiled != null || active != null) {
            String user = active == null || (profiled != null && profiled.compareTo(active.userId()) < 0)
                    ? profiled
                    : active.userId();
            if (user == null) {
                return;
            }
            consumer.accept(user);
            if (user.equals(profiled)) {
                profiled = reading(() -> profiles.higherKey(user));
            }
            if (active != null && user.equals(active.userId())) {
                active = reading(() -> interactions.higherKey(UserEntry.last(user)));
            }
        }
    }

    /** Commits, forces and closes; a second call does nothing. */
    @Override
    public void close() {
        try {
            commits.close(CLOSING_COMPACTION_MILLIS);
        } catch (RuntimeException e) {
            throw failures.writing(e);
        }
    }

    private long putAll(List<Interaction> chunk) {
        // By user, so that neighbouring keys are written together; within a user the order stays.
        Map<String, List<Interaction>> byUser = new TreeMap<>();
        for (Interaction interaction : chunk) {
            byUser.computeIfAbsent(interaction.userId(), user -> new ArrayList<>())
                    .add(interaction);
        }
        byUser.forEach((user, list) -> {
            long length = length(user);
            for (Interaction interaction : list) {
                length = Math.max(length, put(interaction, StoredInteraction.write(interaction), length));
            }
        });
        return 0;
    }

    private long put(Interaction interaction, byte[] bytes, long length) {
        String user = interaction.userId();
        if (ids.putIfAbsent(new IdEntry(user, interaction.id()), length) != null) {
            return -length - 1;
        }
        interactions.put(new UserEntry(user, length), bytes);
        return length + 1;
    }

    private long length(String userId) {
        UserEntry last = interactions.floorKey(UserEntry.last(userId));
        return last == null || !last.userId().equals(userId) ? 0 : last.index() + 1;
    }

    private <T extends @Nullable Object> T reading(Supplier<T> read) {
        // A closed store would still answer from memory, and after a failed write with what is not on disk.
        if (store.isClosed()) {
            throw failures.closed(null);
        }
        try {
            return read.get();
        } catch (ShelfwrightException e) {
            throw e;
        } catch (RuntimeException e) {
            throw failures.reading(e);
        }
    }

    private long writing(LongSupplier change) {
        try {
            return commits.write(change);
        } catch (RuntimeException e) {
            throw failures.writing(e);
        }
    }

    private static MVStore openStore(Path file, StoreFailures failures) {
        try {
            MVStore store = new MVStore.Builder()
                    .fileName(SteadyFilePath.name(file.toString()))
                    .autoCommitDisabled()
                    // Otherwise a large change would be committed in the middle.
                    .autoCommitBufferSize(0)
                    .cacheSize(CACHE_MEGABYTES)
                    .compress()
                    .open();
            store.setRetentionTime(RETENTION_MILLIS);
            return store;
        } catch (RuntimeException e) {
            throw failures.opening(e);
        }
    }
}
