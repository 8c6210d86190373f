package io.shelfwright.engine.userstate;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.UserProfile;
import io.shelfwright.api.UserStateException;
import io.shelfwright.engine.plugins.ContextLoader;
import io.shelfwright.engine.plugins.Fault;
import io.shelfwright.engine.plugins.Instance;
import io.shelfwright.engine.plugins.Pending.Outcome;
import io.shelfwright.engine.plugins.PluginCall;
import io.shelfwright.engine.plugins.PluginCalls;
import io.shelfwright.spi.UserStateStore;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A store that is not the engine's own, behind the guard: one that hangs must not keep the threads of its host.
 *
 * <p>What a page asks and what a listener says goes through the guard. What reads or writes in bulk may take its time, and only
 * gets its context class loader. A store that is left out is an error to the caller: there is no page without a user.
 */
public final class BoundedStore implements UserStateStore {
    private static final String STAGE = "userstate";

    private final Instance<UserStateStore> store;
    private final PluginCalls calls;
    private final Duration deadline;

    private BoundedStore(Instance<UserStateStore> store, PluginCalls calls, Duration deadline) {
        this.store = store;
        this.calls = calls;
        this.deadline = deadline;
    }

    /** Returns a store behind the guard; the engine's own neither hang nor throw what they should not, and stay as they are. */
    public static UserStateStore of(Instance<UserStateStore> store, PluginCalls calls, Duration deadline) {
        boolean own = store.plugin() instanceof InMemoryUserStateStore || store.plugin() instanceof MvUserStateStore;
        return own ? store.plugin() : new BoundedStore(store, calls, deadline);
    }

    @Override
    public Optional<UserProfile> profile(String userId) {
        return bounded(() -> store.plugin().profile(userId));
    }

    @Override
    public void putProfile(UserProfile profile) {
        bounded(() -> {
            store.plugin().putProfile(profile);
            return true;
        });
    }

    @Override
    public List<Interaction> interactions(String userId, long version) {
        return bounded(() -> store.plugin().interactions(userId, version));
    }

    @Override
    public List<Interaction> interactions(String userId, long from, long to) {
        return bounded(() -> store.plugin().interactions(userId, from, to));
    }

    @Override
    public long version(String userId) {
        return bounded(() -> store.plugin().version(userId));
    }

    @Override
    public long append(Interaction interaction) {
        return bounded(() -> store.plugin().append(interaction));
    }

    @Override
    public void appendAll(List<Interaction> interactions) {
        scoped(() -> store.plugin().appendAll(interactions));
    }

    @Override
    public void users(Consumer<String> consumer) {
        scoped(() -> store.plugin().users(consumer));
    }

    @Override
    public void close() {
        scoped(store.plugin()::close);
    }

    @Override
    public String toString() {
        return store.plugin().getClass().getName();
    }

    @SuppressWarnings("NullAway") // a store that returns null is told so by whoever asks
    private <R> R bounded(Callable<R> work) {
        PluginCall call = new PluginCall(STAGE, store, deadline, false);
        long start = System.nanoTime();
        Outcome<R> outcome = calls.start(call, work).await(call.limit(), result -> Optional.empty(), true);
        calls.metrics().time(STAGE, store.name(), System.nanoTime() - start);
        Fault fault = outcome.fault();
        if (fault == null || fault.code().equals("no-result")) {
            return outcome.result();
        }
        calls.metrics().count(STAGE, store.name(), fault.code());
        throw thrown(fault, outcome.cause());
    }

    private RuntimeException thrown(Fault fault, @Nullable Throwable cause) {
        if (cause instanceof RuntimeException own) {
            return own;
        }
        return new UserStateException(
                "the user state store '" + store.name() + "' (" + this + ") does not answer: " + fault.message()
                        + "; what was to be stored may or may not be: repeat it with the same id when the store is well",
                cause);
    }

    private void scoped(Runnable work) {
        try {
            ContextLoader.call(store.guard().loader(), () -> {
                work.run();
                return true;
            });
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException("nothing that is run here throws this", e);
        }
    }
}
