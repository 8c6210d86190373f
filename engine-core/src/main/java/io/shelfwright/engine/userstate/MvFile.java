package io.shelfwright.engine.userstate;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.UserProfile;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.h2.mvstore.Cursor;
import org.h2.mvstore.MVMap;
import org.h2.mvstore.MVStore;
import org.h2.mvstore.type.ByteArrayDataType;
import org.h2.mvstore.type.LongDataType;
import org.h2.mvstore.type.StringDataType;

/** One opened file of users: its maps, and what is done with them; changes are made by one thread at a time. */
final class MvFile {
    private static final int CACHE_MEGABYTES = 32;

    /** Space of old commits is used again after this; each commit is forced before the next, so it only protects readers. */
    static final int RETENTION_MILLIS = 5_000;

    private static final String COUNT = "count";

    final MVStore store;
    final MVMap<String, byte[]> profiles;
    final MVMap<UserEntry, byte[]> interactions;
    final MVMap<IdEntry, Long> ids;
    /** Of users whose older interactions were summed up: the version at which that was done last. */
    final MVMap<String, Long> compacted;
    /** How often the file was committed, so that an older copy of it can be told. */
    final MVMap<String, Long> commits;

    MvFile(Path file, StoreFailures failures) {
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
            compacted = longs("compacted");
            commits = longs("commits");
        } catch (RuntimeException e) {
            store.closeImmediately();
            throw failures.opening(e);
        }
    }

    private MVMap<String, Long> longs(String name) {
        return store.openMap(
                name,
                new MVMap.Builder<String, Long>()
                        .keyType(StringDataType.INSTANCE)
                        .valueType(LongDataType.INSTANCE));
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

    long commitCount() {
        return commits.getOrDefault(COUNT, 0L);
    }

    /** Counts a commit that is about to be made. */
    long countCommit() {
        long next = commitCount() + 1;
        commits.put(COUNT, next);
        return next;
    }

    List<Interaction> interactions(String userId, long from, long to) {
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
    }

    long length(String userId) {
        UserEntry last = interactions.floorKey(UserEntry.last(userId));
        return last == null || !last.userId().equals(userId) ? 0 : last.index() + 1;
    }

    long putProfile(UserProfile profile) {
        profiles.put(profile.userId(), StoredProfile.write(profile));
        return 0;
    }

    /** Appends one and returns the new version, or the old one times -1 minus 1 where its id is known. */
    long append(Interaction interaction, int most) {
        return append(interaction, length(interaction.userId()), most);
    }

    long appendAll(List<Interaction> chunk, int most) {
        // By user, so that neighbouring keys are written together; within a user the order stays.
        Map<String, List<Interaction>> byUser = new TreeMap<>();
        for (Interaction interaction : chunk) {
            byUser.computeIfAbsent(interaction.userId(), user -> new ArrayList<>())
                    .add(interaction);
        }
        byUser.forEach((user, list) -> {
            long length = length(user);
            for (Interaction interaction : list) {
                length = Math.max(length, append(interaction, length, most));
            }
        });
        return 0;
    }

    private long append(Interaction interaction, long length, int most) {
        String user = interaction.userId();
        if (ids.putIfAbsent(new IdEntry(user, interaction.id()), length) != null) {
            return -length - 1;
        }
        interactions.put(new UserEntry(user, length), StoredInteraction.write(interaction));
        UserEntry first = interactions.ceilingKey(new UserEntry(user, 0));
        if (first != null && length + 1 - first.index() > most) {
            compact(user, first.index(), length + 1, most);
        }
        return length + 1;
    }

    /** Sums up the older half in a quarter of the bound, so that it takes as many more until the next time. */
    private void compact(String user, long first, long version, int most) {
        long cut = version - most / 2;
        List<Interaction> all = interactions(user, first, version);
        List<Interaction> old = all.subList(0, (int) (cut - first));
        List<Interaction> summed = Compaction.of(old, Compaction.undone(all), most / 4);
        Set<String> kept = new HashSet<>();
        summed.forEach(interaction -> kept.add(interaction.id()));
        for (int i = 0; i < old.size(); i++) {
            interactions.remove(new UserEntry(user, first + i));
            if (!kept.contains(old.get(i).id())) {
                ids.remove(new IdEntry(user, old.get(i).id()));
            }
        }
        for (int i = 0; i < summed.size(); i++) {
            long index = cut - summed.size() + i;
            interactions.put(new UserEntry(user, index), StoredInteraction.write(summed.get(i)));
            ids.put(new IdEntry(user, summed.get(i).id()), index);
        }
        compacted.put(user, version);
    }

    long erase(String userId) {
        profiles.remove(userId);
        compacted.remove(userId);
        List<UserEntry> entries = new ArrayList<>();
        interactions
                .cursor(new UserEntry(userId, 0), UserEntry.last(userId), false)
                .forEachRemaining(entries::add);
        entries.forEach(interactions::remove);
        List<IdEntry> known = new ArrayList<>();
        Cursor<IdEntry, Long> cursor = ids.cursor(new IdEntry(userId, ""));
        while (cursor.hasNext()) {
            IdEntry entry = cursor.next();
            if (!entry.userId().equals(userId)) {
                break;
            }
            known.add(entry);
        }
        known.forEach(ids::remove);
        return entries.size();
    }
}
