package io.shelfwright.engine.userstate;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.UserProfile;
import io.shelfwright.spi.UserStateStore;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;

/** Keeps users in memory, for tests, tools and hosts that bring the past anew at every start; thread-safe. */
public final class InMemoryUserStateStore implements UserStateStore {
    private final Map<String, UserProfile> profiles = new ConcurrentHashMap<>();
    private final Map<String, UserLog> logs = new ConcurrentHashMap<>();

    @Override
    public Optional<UserProfile> profile(String userId) {
        return Optional.ofNullable(profiles.get(userId));
    }

    @Override
    public void putProfile(UserProfile profile) {
        profiles.put(profile.userId(), profile);
    }

    @Override
    public List<Interaction> interactions(String userId, long version) {
        UserLog log = logs.get(userId);
        return log == null ? List.of() : log.between(0, version);
    }

    @Override
    public List<Interaction> interactions(String userId, long from, long to) {
        UserLog log = logs.get(userId);
        return log == null ? List.of() : log.between(from, to);
    }

    @Override
    public long version(String userId) {
        UserLog log = logs.get(userId);
        return log == null ? 0 : log.version();
    }

    @Override
    public long append(Interaction interaction) {
        Recordable.check(interaction);
        return logs.computeIfAbsent(interaction.userId(), id -> new UserLog()).append(interaction);
    }

    @Override
    public void appendAll(List<Interaction> interactions) {
        interactions.forEach(Recordable::check);
        interactions.forEach(this::append);
    }

    @Override
    public void erase(String userId) {
        profiles.remove(userId);
        logs.remove(userId);
    }

    @Override
    public void users(Consumer<String> consumer) {
        Set<String> users = new TreeSet<>(profiles.keySet());
        users.addAll(logs.keySet());
        users.forEach(consumer);
    }

    /** Does nothing: what is in memory goes with the process. */
    @Override
    public void close() {}

    private static final class UserLog {
        private final List<Interaction> interactions = new ArrayList<>();
        private final Set<String> ids = new HashSet<>();

        synchronized long append(Interaction interaction) {
            if (!ids.add(interaction.id())) {
                return -interactions.size() - 1L;
            }
            interactions.add(interaction);
            return interactions.size();
        }

        synchronized List<Interaction> between(long from, long to) {
            int end = (int) Math.max(0, Math.min(to, interactions.size()));
            return List.copyOf(interactions.subList((int) Math.max(0, Math.min(from, end)), end));
        }

        synchronized long version() {
            return interactions.size();
        }
    }
}
