package io.shelfwright.engine.userstate;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.UserProfile;
import io.shelfwright.spi.UserStateStore;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A store in memory that tests change by overriding. */
class PlainStore implements UserStateStore {
    private final InMemoryUserStateStore store = new InMemoryUserStateStore();

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
    public void erase(String userId) {
        store.erase(userId);
    }

    @Override
    public void users(Consumer<String> consumer) {
        store.users(consumer);
    }

    @Override
    public void close() {
        store.close();
    }
}
