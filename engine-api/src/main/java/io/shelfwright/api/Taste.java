package io.shelfwright.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The facts about one user, for any surface: radio, search, a weekly playlist; at one state version, one snapshot and one
 * time.
 *
 * <p>Immutable and thread-safe. Making one builds no page; lists are computed when asked for. What the user hid is in none of
 * the answers except {@link #hidden()}.
 */
public interface Taste {

    String userId();

    /** Returns the version of the snapshot that items are looked up in. */
    String snapshot();

    /** Returns the version of the user's state. */
    long stateVersion();

    /** Returns the time for which this was computed. */
    Instant at();

    /** Returns the number of plays of all time. */
    double plays();

    /** Returns the number of sessions so far: plays less than 30 minutes apart. */
    int sessions();

    /** Returns the most played artists, by share of listening, largest first. */
    List<Preference> topArtists(int most);

    /** Returns the most played genres or tags. */
    List<Preference> topGenres(int most);

    /** Returns the languages of what is played. */
    List<Preference> topLanguages(int most);

    /** Returns the publishers and makers of shows of what is played. */
    List<Preference> topPublishers(int most);

    /** Returns the share of listening in an hour of the day, 0..23 in UTC. */
    double hourShare(int hour);

    /** Returns the share of listening on a day of the week, 1 (Monday)..7 in UTC. */
    double weekdayShare(int weekday);

    /** Returns ids of the items of the last session, latest first. */
    List<String> lastSession();

    /** Returns likes, saves and follows in force of what is not hidden, oldest first. */
    List<Favourite> favourites();

    /** Returns what is hidden now, oldest first. */
    List<HiddenTarget> hidden();

    /** Returns the taste vector in the collaborative space, empty where the snapshot or the user has none. */
    Optional<float[]> vector();

    /**
     * Returns how much an item suits the user, 0..1: 0 for what is hidden or not in the snapshot.
     *
     * <p>A sum of evidence that counts each kind once, {@code 1 - (1 - 0.9 f)(1 - o)(1 - 0.7 a)(1 - 0.3 g)(1 - 0.6 v)}: f is 1 for
     * a favourite (or one of its artists); o is {@code p/(p + 2)} of its own plays p, decayed with a half-life of 60 days; a and
     * g are the shares of its best artist and genre, divided by the user's largest; v is the positive part of the cosine of
     * its vector and the taste vector. It orders items; it is no probability.
     */
    double affinity(String itemId);

    /**
     * Returns the items most alike to an item that may be shown to the user: neither hidden nor kept back by market, age,
     * explicit content or release date; best first.
     *
     * @param most how many at most
     */
    List<Similar> similar(String itemId, int most);

    /**
     * A liking.
     *
     * @param id artist id, genre, language or publisher
     * @param name for people
     * @param share share of listening, (0, 1]
     */
    record Preference(String id, String name, double share) {}

    /**
     * Something liked, saved or followed.
     *
     * @param type what was done
     * @param targetType what it is about
     * @param targetId id or name
     * @param since when
     * @param interactionId what to undo
     */
    record Favourite(
            InteractionType type, TargetType targetType, String targetId, Instant since, String interactionId) {}

    /**
     * Something hidden.
     *
     * @param targetType what it is about
     * @param targetId id or name
     * @param name for people
     * @param disliked true for a dislike, false for a hide
     * @param since when that was said
     * @param until when it ends; null where only an undo or a later like ends it
     * @param interactionId what to undo
     */
    record HiddenTarget(
            TargetType targetType,
            String targetId,
            String name,
            boolean disliked,
            Instant since,
            @Nullable Instant until,
            String interactionId) {}

    /**
     * An item that is like another.
     *
     * @param itemId its id
     * @param title its title
     * @param similarity 0..1
     */
    record Similar(String itemId, String title, double similarity) {}
}
