package io.shelfwright.spi;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.UserProfile;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Keeps profiles and, per user, an append-only list of interactions.
 *
 * <p>Everything else that is known of a user is computed from that list. The version of a user is the length of the
 * list, so any earlier state can be read again. Undoing appends too.
 *
 * <p>All methods throw {@link io.shelfwright.api.UserStateException} when the store cannot be read or written.
 */
public interface UserStateStore extends AutoCloseable {

    /** Returns the profile of a user, empty where none was put. */
    Optional<UserProfile> profile(String userId);

    /** Keeps a profile in place of an earlier one of the same user; durable when this returns. */
    void putProfile(UserProfile profile);

    /** Returns the first {@code version} interactions of a user in the order in which they were appended. */
    List<Interaction> interactions(String userId, long version);

    /**
     * Returns those interactions that lead from one version of a user to a later one, in the order of appending.
     *
     * @param from version that is known already, at least 0
     * @param to version to reach; read as the latest where there is none such yet
     */
    default List<Interaction> interactions(String userId, long from, long to) {
        List<Interaction> all = interactions(userId, to);
        return all.subList((int) Math.min(from, all.size()), all.size());
    }

    /** Returns the user's version: the number of interactions appended so far, 0 for an unknown user. */
    long version(String userId);

    /**
     * Appends an interaction that has an id and a time; durable when this returns.
     *
     * @return the user's new version, or the unchanged one times -1 minus 1 ({@code -version - 1}) when an interaction of
     *     this id is already there
     */
    long append(Interaction interaction);

    /** Appends many at once, skipping those whose id is already there; durable when this returns. */
    void appendAll(List<Interaction> interactions);

    /**
     * Returns the oldest version of a user, apart from the empty one, that can still be read: 0 where a store keeps everything.
     *
     * <p>A store may sum up older interactions, so that a user does not grow without end. Versions before the one at which it
     * did so are then gone, and reading one gives something else.
     */
    default long oldest(String userId) {
        return 0;
    }

    /**
     * Removes the profile and all interactions of a user, who then has version 0 like one nobody knows.
     *
     * <p>When this returns nothing of the user is left, in no file either, unless somebody records for the user again.
     * Repeating it does no harm. Other users can be read and recorded meanwhile.
     */
    void erase(String userId);

    /** Gives every user id once, in ascending order. */
    void users(Consumer<String> consumer);

    @Override
    void close();
}
