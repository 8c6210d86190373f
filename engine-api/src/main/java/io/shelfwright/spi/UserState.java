package io.shelfwright.spi;

import io.shelfwright.api.UserProfile;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is known of a user at one version; immutable, computed from the user's interactions and one catalog.
 *
 * <p>Shares are of listening decayed with a half-life of 60 days, sum to at most 1 over all artists (genres, ...), and are
 * 0 for what the user never played. An item's listening is divided evenly among its artists and among its genres.
 */
public interface UserState {

    /** Returns the profile, an unknown one where the host gave none. */
    UserProfile profile();

    /** Returns the number of interactions that this state is made of. */
    long version();

    /** Returns the number of plays of all time. */
    double plays();

    /** Returns the number of recorded interactions that are not impressions. */
    int interactionCount();

    /** Returns the time of the last interaction that is not an impression, null where there is none. */
    @Nullable
    Instant lastActive();

    /** Returns what the user did with an item, or null where nothing is known. */
    @Nullable
    ItemHistory history(String itemId);

    /** Returns the histories of all items, those played most recently first, then by item id. */
    List<ItemHistory> histories();

    /** Returns the share of an artist, 0..1. */
    double artistShare(String artistId);

    /** Returns the share of a genre, 0..1. */
    double genreShare(String genre);

    /** Returns the share of items in a language (BCP 47 primary), 0..1. */
    double languageShare(String language);

    /** Returns the share of a publisher, 0..1. */
    double publisherShare(String publisher);

    /** Returns the share of a kind of item, such as {@code album}, 0..1. */
    double kindShare(String kind);

    /** Returns artists by descending share, then id. */
    List<Affinity> artists();

    /** Returns genres by descending share, then name. */
    List<Affinity> genres();

    /** Returns languages by descending share, then name. */
    default List<Affinity> languages() {
        return List.of();
    }

    /** Returns publishers (for podcasts, who makes the show) by descending share, then name. */
    default List<Affinity> publishers() {
        return List.of();
    }

    /** Returns the share of listening in an hour of the day, 0..23 in UTC, 0..1. */
    default double hourShare(int hour) {
        return 0;
    }

    /** Returns the share of listening on a day of the week, 1 (Monday)..7 in UTC, 0..1. */
    default double weekdayShare(int weekday) {
        return 0;
    }

    /** Returns the share of listening in a part of the week (see {@link ItemHistory#DAYPARTS}), 0..1. */
    double daypartShare(int daypart);

    /** Returns ids of the items played in the last session (plays less than 30 minutes apart), latest first, at most 200. */
    List<String> lastSession();

    /** Returns the number of sessions, the last one included. */
    default int sessions() {
        return lastSession().isEmpty() ? 0 : 1;
    }

    /** Returns the time of the first play of the last session, null where nothing was played. */
    default @Nullable Instant sessionStart() {
        return null;
    }

    /**
     * Returns viewed impressions without a later positive reaction, each decayed with a half-life of 7 days until a time.
     *
     * @param key an item id, an artist id or a shelf id
     */
    double impressions(ImpressionKey.Scope scope, String key, Instant at);

    /** Returns the number of viewed impressions of explored cards since a time. */
    int exploredViews(Instant since);

    /** Returns the negative feedback in force (not undone), oldest first. */
    List<NegativeFeedback> negativeFeedback();

    /**
     * Returns what the user does not want to see at a time. Generators, features, rules and other surfaces ask this instead
     * of reading {@link #negativeFeedback()} in their own way.
     */
    default Hidden hidden(Instant at) {
        return Hidden.of(this, HidingPolicy.DEFAULT, at);
    }

    /** Returns items skipped since the user last reacted well to them, by item id. */
    default List<SkippedItem> skippedItems() {
        return List.of();
    }

    /** Returns likes, saves and follows in force (neither undone nor taken back by a later dislike), oldest first. */
    default List<PositiveFeedback> positiveFeedback() {
        return List.of();
    }

    /** Returns whether the user follows, likes or saved an artist or an item. */
    boolean isFavourite(String id);

    /**
     * Returns the user's taste in the collaborative space; empty where the snapshot has no vectors, or the user played
     * nothing that has one. It belongs to the vectors of the catalog that the state was computed from.
     */
    default Optional<TasteVector> taste() {
        return taste(ItemVectors.COLLABORATIVE);
    }

    /** Returns the user's taste in a space of the catalog, empty where nothing is known. */
    default Optional<TasteVector> taste(String space) {
        return Optional.empty();
    }
}
