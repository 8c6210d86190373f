package io.shelfwright.sample.cli;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.UserProfile;
import io.shelfwright.spi.UserStateStore;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A store that several engines use: closing it does nothing, its owner closes the one behind it. Thread-safe as that one is. */
record LentStore(UserStateStore store) implements UserStateStore {
    @Override
    public Optional<UserProfile> profile(String userId) {
        return store.profile(userId);
    }

    @Override
    public void putProfile(UserProfile profile) {
        store.putProfile(profile);
    }

    @Override
    public List<Interaction> interactions(String userId, long version) {
        return store.interactions(userId, version);
    }

    @Override
    public List<Interaction> interactions(String userId, long from, long to) {
        return store.interactions(userId, from, to);
    }

    @Override
    public long version(String userId) {
        return store.version(userId);
    }

    @Override
    public long append(Interaction interaction) {
        return store.append(interaction);
    }

    @Override
    public void appendAll(List<Interaction> interactions) {
        store.appendAll(interactions);
    }

    @Override
    public long oldest(String userId) {
        return store.oldest(userId);
    }

    @Override
    public void erase(String userId) {
        store.erase(userId);
    }

    @Override
    public void users(Consumer<String> consumer) {
        store.users(consumer);
    }

    @Override
    public void close() {}
}
