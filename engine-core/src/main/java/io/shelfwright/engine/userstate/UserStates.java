package io.shelfwright.engine.userstate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.Receipt;
import io.shelfwright.api.UserProfile;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.HidingPolicy;
import io.shelfwright.spi.UserState;
import io.shelfwright.spi.UserStateStore;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Reads, caches and changes what is known of users; thread-safe.
 *
 * <p>The version is read from the store every time: what was recorded is in the very next state, and no cached state is ever
 * wrong. A cached state grows by what was recorded since, in constant time for each interaction; a page that has an earlier
 * one keeps it as it is. All methods throw {@link io.shelfwright.api.UserStateException} when the store fails.
 */
public final class UserStates {
    /** Interactions that cached states may stand for in all; one takes some 200 bytes. */
    public static final long DEFAULT_CACHED_INTERACTIONS = 1_000_000;

    private static final int FIXED_WEIGHT = 16;
    private static final int BYTES_AN_INTERACTION = 200;

    private final UserStateStore store;
    private final InstantSource clock;
    private final HidingPolicy policy;
    private final Cache<Key, FoldedUserState> states;
    private final LongAdder hits = new LongAdder();
    private final LongAdder grown = new LongAdder();
    private final LongAdder folded = new LongAdder();
    private final LongAdder nanos = new LongAdder();

    /**
     * Makes states over a store, which stays the caller's to close.
     *
     * @param cachedInteractions how many interactions the cached states may stand for in all
     */
    public UserStates(UserStateStore store, InstantSource clock, long cachedInteractions) {
        this(store, clock, cachedInteractions, HidingPolicy.DEFAULT);
    }

    /**
     * Makes states over a store, which stays the caller's to close.
     *
     * @param cachedInteractions how many interactions the cached states may stand for in all
     * @param policy how long what users do not want is hidden
     */
    public UserStates(UserStateStore store, InstantSource clock, long cachedInteractions, HidingPolicy policy) {
        this.store = new GuardedStore(store);
        this.clock = clock;
        this.policy = policy;
        states = Caffeine.newBuilder()
                .maximumWeight(cachedInteractions)
                .weigher((Key key, FoldedUserState state) -> weight(state))
                .recordStats()
                .build();
    }

    private static int weight(FoldedUserState state) {
        long taste = state.content().taste().bytes() / BYTES_AN_INTERACTION;
        return (int) Math.min(Integer.MAX_VALUE, FIXED_WEIGHT + state.version() + taste);
    }

    /** Returns the state that holds everything recorded so far; an unknown user has an empty one. */
    public UserState current(String userId, Catalog catalog) {
        Key key = new Key(userId, catalog.version());
        FoldedUserState known = states.getIfPresent(key);
        UserProfile profile = profile(userId);
        if (known != null && known.content().taste().of(catalog) && known.version() == store.version(userId)) {
            hits.increment();
            return known.with(profile, policy);
        }
        FoldedUserState latest = states.asMap().compute(key, (same, before) -> latest(before, profile, catalog));
        return latest.with(profile, policy);
    }

    /**
     * Returns the state of an earlier version, with the profile of today, as profiles have no versions.
     *
     * @throws BadRequestException if the user never had that version
     */
    public UserState at(String userId, long version, Catalog catalog) {
        long latest = store.version(userId);
        long oldest = store.oldest(userId);
        if (version > 0 && version < oldest) {
            throw new BadRequestException(
                    "state version " + version + " of user " + userId
                            + " is gone: what was recorded before version " + oldest
                            + " was summed up when the store's bound was reached, and pages of earlier versions cannot be built again");
        }
        if (version < 0 || version > latest) {
            throw new BadRequestException("user " + userId + " has no state of version " + version
                    + "; known are versions 0 to " + latest
                    + ": use the data directory the page was built from");
        }
        FoldedUserState known = states.getIfPresent(new Key(userId, catalog.version()));
        UserProfile profile = profile(userId);
        FoldedUserState state = known != null && known.version() == version
                ? known
                : UserStateFold.fold(profile, store.interactions(userId, version), version, catalog);
        return state.with(profile, policy);
    }

    /**
     * Records an interaction, durably.
     *
     * <p>A missing time is read from the clock. A missing id is derived from the content and the user's version, so that
     * saying the same thing twice counts twice; a caller that may repeat itself gives ids.
     *
     * @throws BadRequestException if it undoes what the user never did, or an undo
     */
    public Receipt record(Interaction interaction) {
        if (interaction.type() == InteractionType.UNDO) {
            checkUndo(interaction);
        }
        Interaction timed = interaction.at() == null ? interaction.at(clock.instant()) : interaction;
        if (!timed.id().isEmpty()) {
            long version = store.append(timed);
            return version < 0 ? new Receipt(timed.id(), -version - 1, true) : new Receipt(timed.id(), version, false);
        }
        while (true) {
            String id = InteractionIds.derive(timed, store.version(timed.userId()));
            long version = store.append(timed.withId(id));
            if (version >= 0) {
                return new Receipt(id, version, false);
            }
            // Another thread said the same at the same version first; there is a newer version to derive from now.
        }
    }

    /** Returns the profile the host gave, or that of an unknown user. */
    public UserProfile profile(String userId) {
        return store.profile(userId).orElseGet(() -> UserProfile.unknown(userId));
    }

    /** Returns users whose states are cached, those used most and last first; then others that the store knows. */
    List<String> usersToPrepare(int most) {
        Set<String> users = new LinkedHashSet<>();
        states.policy()
                .eviction()
                .ifPresent(order -> order.hottest(most).keySet().forEach(key -> users.add(key.userId())));
        if (users.size() < most) {
            store.users(user -> {
                if (users.size() < most) {
                    users.add(user);
                }
            });
        }
        return List.copyOf(users);
    }

    /**
     * Computes the states of users for a catalog that is about to serve, so that its first pages need not.
     *
     * @param most how many users, those of cached states first
     * @param threads how many work at once, at least 1
     * @param progress called from those threads with the number of users done so far
     * @return how many states were computed
     */
    public int prepare(Catalog catalog, int most, int threads, IntConsumer progress) {
        return StatePreparation.run(
                usersToPrepare(most), user -> current(user, catalog).taste(), threads, progress);
    }

    public StateCacheStats stats() {
        return new StateCacheStats(
                hits.sum(),
                grown.sum(),
                folded.sum(),
                states.stats().evictionCount(),
                states.estimatedSize(),
                nanos.sum());
    }

    /** Returns the version itself, or the oldest one that is left where it is gone. */
    public long readable(String userId, long version) {
        return version == 0 ? 0 : Math.max(version, store.oldest(userId));
    }

    /** Removes everything that is known of a user, in the store and in memory. Call it while nobody records for the user. */
    public void erase(String userId) {
        store.erase(userId);
        states.asMap().keySet().removeIf(key -> key.userId().equals(userId));
    }

    /** Returns everything recorded of a user that is still kept, in the order of recording. */
    public List<Interaction> interactions(String userId) {
        return store.interactions(userId, store.version(userId));
    }

    /** Returns the latest version of a user, 0 for an unknown one. */
    public long version(String userId) {
        return store.version(userId);
    }

    private FoldedUserState latest(@Nullable FoldedUserState before, UserProfile profile, Catalog catalog) {
        String userId = profile.userId();
        while (true) {
            long version = store.version(userId);
            if (before != null && !before.content().taste().of(catalog)) {
                before = null;
            }
            if (before != null && before.version() == version) {
                hits.increment();
                return before;
            }
            long start = System.nanoTime();
            FoldedUserState latest = before == null || before.version() > version
                    ? null
                    : UserStateFold.plus(before, store.interactions(userId, before.version(), version), catalog);
            if (latest != null && before != null && before.version() >= store.oldest(userId)) {
                grown.increment();
            } else {
                folded.increment();
                latest = UserStateFold.fold(profile, store.interactions(userId, version), version, catalog);
            }
            nanos.add(System.nanoTime() - start);
            if (version >= store.oldest(userId)) {
                return latest;
            }
            // Interactions were summed up between the reads, so that this is no version; there is a newer one now.
        }
    }

    /** Keeps no state any more that was computed with a catalog. */
    public void forget(Catalog catalog) {
        states.asMap().values().removeIf(state -> madeWith(state, catalog));
    }

    /** Returns whether a state was computed with a catalog, and so keeps it in memory. */
    public static boolean madeWith(UserState state, Catalog catalog) {
        return state instanceof FoldedUserState folded
                && folded.content().taste().of(catalog);
    }

    private void checkUndo(Interaction undo) {
        String user = undo.userId();
        for (Interaction known : store.interactions(user, store.version(user))) {
            if (!known.id().equals(undo.undoes())) {
                continue;
            }
            if (known.type() == InteractionType.UNDO) {
                throw new BadRequestException("interaction " + undo.undoes() + " of user " + user
                        + " is itself an undo, which cannot be undone; record what it took back once more instead");
            }
            return;
        }
        throw new BadRequestException("user " + user + " has no interaction " + undo.undoes()
                + " to undo; give the id from the receipt of record(...), and the same user");
    }

    private record Key(String userId, String catalogVersion) {}
}
