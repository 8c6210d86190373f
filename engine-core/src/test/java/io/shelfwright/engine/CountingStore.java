package io.shelfwright.engine;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.UserProfile;
import io.shelfwright.spi.UserStateStore;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/** A store that counts how often somebody reads interactions. */
record CountingStore(UserStateStore inner, AtomicInteger reads) implements UserStateStore {
    @Override
    public Optional<UserProfile> profile(String userId) {
        return inner.profile(userId);
    }

    @Override
    public void putProfile(UserProfile profile) {
        inner.putProfile(profile);
    }

    @Override
    public List<Interaction> interactions(String userId, long version) {
        reads.incrementAndGet();
        return inner.interactions(userId, version);
    }

    @Override
    public List<Interaction> interactions(String userId, long from, long to) {
        reads.incrementAndGet();
        return inner.interactions(userId, from, to);
    }

    @Override
    public long version(String userId) {
        return inner.version(userId);
    }

    @Override
    public long append(Interaction interaction) {
        return inner.append(interaction);
    }

    @Override
    public void appendAll(List<Interaction> interactions) {
        inner.appendAll(interactions);
    }

    @Override
    public long oldest(String userId) {
        return inner.oldest(userId);
    }

    @Override
    public void erase(String userId) {
        inner.erase(userId);
    }

    @Override
    public void users(Consumer<String> consumer) {
        inner.users(consumer);
    }

    @Override
    public void close() {
        inner.close();
    }
}
