package io.shelfwright.engine.userstate;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.ShelfwrightException;
import io.shelfwright.api.UserProfile;
import io.shelfwright.api.UserStateException;
import io.shelfwright.spi.UserStateStore;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** A host's store, whose every failure reaches the caller as a {@link UserStateException}. */
final class GuardedStore implements UserStateStore {
    private final UserStateStore store;

    GuardedStore(UserStateStore store) {
        this.store = store;
    }

    @Override
    public Optional<UserProfile> profile(String userId) {
        return guarded("read the profile of user " + userId, () -> store.profile(userId));
    }

    @Override
    public void putProfile(UserProfile profile) {
        guarded("store the profile of user " + profile.userId(), () -> {
            store.putProfile(profile);
            return true;
        });
    }

    @Override
    public List<Interaction> interactions(String userId, long version) {
        return guarded("read the interactions of user " + userId, () -> store.interactions(userId, version));
    }

    @Override
    public List<Interaction> interactions(String userId, long from, long to) {
        return guarded("read the interactions of user " + userId, () -> store.interactions(userId, from, to));
    }

    @Override
    public long version(String userId) {
        return guarded("read the version of user " + userId, () -> store.version(userId));
    }

    @Override
    public long append(Interaction interaction) {
        return guarded("record for user " + interaction.userId(), () -> store.append(interaction));
    }

    @Override
    public void appendAll(List<Interaction> interactions) {
        guarded("record " + interactions.size() + " interactions", () -> {
            store.appendAll(interactions);
            return true;
        });
    }

    @Override
    public void users(Consumer<String> consumer) {
        guarded("list users", () -> {
            store.users(consumer);
            return true;
        });
    }

    @Override
    public void close() {
        store.close();
    }

    private <T> T guarded(String what, Supplier<T> call) {
        try {
            return Objects.requireNonNull(call.get(), "it returned null");
        } catch (ShelfwrightException e) {
            throw e;
        } catch (RuntimeException e) {
            throw new UserStateException(
                    "the user state store "
                            + (store instanceof BoundedStore bounded
                                    ? bounded.toString()
                                    : store.getClass().getName()) + " failed to " + what + ": " + e,
                    e);
        }
    }
}
