package io.shelfwright.engine.userstate;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.stats.CacheStats;
import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.Receipt;
import io.shelfwright.api.UserProfile;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.UserState;
import io.shelfwright.spi.UserStateStore;
import java.time.InstantSource;
import java.util.List;

/**
 * Reads, caches and changes what is known of users; thread-safe.
 *
 * <p>A state is cached under user, version and catalog version, and the version is read from the store every time: what was
 * recorded is in the very next state, and no cached state is ever wrong. All methods throw
 * {@link io.shelfwright.api.UserStateException} when the store fails.
 */
public final class UserStates {
    /** Interactions that cached states may stand for in all; one takes some 200 bytes. */
    public static final long DEFAULT_CACHED_INTERACTIONS = 1_000_000;

    private static final int FIXED_WEIGHT = 16;

    private final UserStateStore store;
    private final InstantSource clock;
    private final Cache<Key, FoldedUserState> states;

    /**
     * Makes states over a store, which stays the caller's to close.
     *
     * @param cachedInteractions how many interactions the cached states may stand for in all
     */
    public UserStates(UserStateStore store, InstantSource clock, long cachedInteractions) {
        this.store = new GuardedStore(store);
        this.clock = clock;
        states = Caffeine.newBuilder()
                .maximumWeight(cachedInteractions)
                .weigher((Key key, FoldedUserState state) ->
                        (int) Math.min(Integer.MAX_VALUE, FIXED_WEIGHT + key.version()))
                .recordStats()
                .build();
    }

    /** Returns the state that holds everything recorded so far; an unknown user has an empty one. */
    public UserState current(String userId, Catalog catalog) {
        return state(new Key(userId, store.version(userId), catalog.version()), catalog);
    }

    /**
     * Returns the state of an earlier version, with the profile of today, as profiles have no versions.
     *
     * @throws BadRequestException if the user never had that version
     */
    public UserState at(String userId, long version, Catalog catalog) {
        long latest = store.version(userId);
        if (version < 0 || version > latest) {
            throw new BadRequestException("user " + userId + " has no state of version " + version
                    + "; known are versions 0 to " + latest
                    + ": use the data directory the page was built from");
        }
        return state(new Key(userId, version, catalog.version()), catalog);
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

    public StateCacheStats stats() {
        CacheStats stats = states.stats();
        return new StateCacheStats(
                stats.hitCount(),
                stats.missCount(),
                stats.evictionCount(),
                states.estimatedSize(),
                stats.totalLoadTime());
    }

    private UserState state(Key key, Catalog catalog) {
        UserProfile profile = profile(key.userId());
        FoldedUserState state = states.get(key, missing -> {
            List<Interaction> recorded = store.interactions(missing.userId(), missing.version());
            return UserStateFold.fold(profile, recorded, catalog);
        });
        return state.withProfile(profile);
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

    private record Key(String userId, long version, String catalogVersion) {}
}
