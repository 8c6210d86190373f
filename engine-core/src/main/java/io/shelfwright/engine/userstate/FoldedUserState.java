package io.shelfwright.engine.userstate;

import io.shelfwright.api.UserProfile;
import io.shelfwright.spi.Affinity;
import io.shelfwright.spi.ImpressionKey;
import io.shelfwright.spi.ItemHistory;
import io.shelfwright.spi.NegativeFeedback;
import io.shelfwright.spi.UserState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A user's state as {@link UserStateFold} computed it; immutable, every look-up by id takes constant time. */
public final class FoldedUserState implements UserState {
    private static final Comparator<ItemHistory> LATEST_FIRST = Comparator.<ItemHistory, @Nullable Instant>comparing(
                    ItemHistory::lastPlayed, Comparator.nullsLast(Comparator.reverseOrder()))
            .thenComparing(ItemHistory::itemId);

    private final UserProfile profile;
    private final long version;
    private final double plays;
    private final int interactionCount;
    private final @Nullable Instant lastActive;
    private final Content content;

    FoldedUserState(
            UserProfile profile,
            long version,
            double plays,
            int interactionCount,
            @Nullable Instant lastActive,
            Content content) {
        this.profile = profile;
        this.version = version;
        this.plays = plays;
        this.interactionCount = interactionCount;
        this.lastActive = lastActive;
        this.content = content;
    }

    /** Returns the same state with another profile. */
    FoldedUserState withProfile(UserProfile value) {
        return value.equals(profile)
                ? this
                : new FoldedUserState(value, version, plays, interactionCount, lastActive, content);
    }

    @Override
    public UserProfile profile() {
        return profile;
    }

    @Override
    public long version() {
        return version;
    }

    @Override
    public double plays() {
        return plays;
    }

    @Override
    public int interactionCount() {
        return interactionCount;
    }

    @Override
    public @Nullable Instant lastActive() {
        return lastActive;
    }

    @Override
    public @Nullable ItemHistory history(String itemId) {
        return content.histories.get(itemId);
    }

    @Override
    public List<ItemHistory> histories() {
        return content.latestFirst();
    }

    @Override
    public double artistShare(String artistId) {
        return content.artists.share(artistId);
    }

    @Override
    public double genreShare(String genre) {
        return content.genres.share(genre);
    }

    @Override
    public double languageShare(String language) {
        return content.languages.share(language);
    }

    @Override
    public double publisherShare(String publisher) {
        return content.publishers.share(publisher);
    }

    @Override
    public double kindShare(String kind) {
        return content.kinds.share(kind);
    }

    @Override
    public List<Affinity> artists() {
        return content.artists.affinities();
    }

    @Override
    public List<Affinity> genres() {
        return content.genres.affinities();
    }

    @Override
    public double daypartShare(int daypart) {
        return content.dayparts[daypart];
    }

    @Override
    public List<String> lastSession() {
        return content.lastSession;
    }

    @Override
    public double impressions(ImpressionKey.Scope scope, String key, Instant at) {
        return content.views.unanswered(scope, key, at);
    }

    @Override
    public int exploredViews(Instant since) {
        return content.views.exploredSince(since);
    }

    @Override
    public List<NegativeFeedback> negativeFeedback() {
        return content.negative;
    }

    @Override
    public boolean isFavourite(String id) {
        return content.favourites.contains(id);
    }

    @Override
    public String toString() {
        return "state " + version + " of user " + profile.userId() + ", " + interactionCount + " interactions";
    }

    /** What was counted, shared by copies that differ in the profile only; nothing changes it after the fold. */
    static final class Content {
        private final Map<String, ItemHistory> histories;
        private final ListeningShares artists;
        private final ListeningShares genres;
        private final ListeningShares languages;
        private final ListeningShares publishers;
        private final ListeningShares kinds;
        private final double[] dayparts;
        private final List<String> lastSession;
        private final ViewCounts views;
        private final List<NegativeFeedback> negative;
        private final Set<String> favourites;
        private @Nullable List<ItemHistory> latestFirst;

        Content(
                Map<String, ItemHistory> histories,
                ListeningShares artists,
                ListeningShares genres,
                ListeningShares languages,
                ListeningShares publishers,
                ListeningShares kinds,
                double[] dayparts,
                List<String> lastSession,
                ViewCounts views,
                List<NegativeFeedback> negative,
                Set<String> favourites) {
            this.histories = histories;
            this.artists = artists;
            this.genres = genres;
            this.languages = languages;
            this.publishers = publishers;
            this.kinds = kinds;
            this.dayparts = dayparts;
            this.lastSession = lastSession;
            this.views = views;
            this.negative = negative;
            this.favourites = favourites;
        }

        /** Sorts at the first call; two threads that both come first find the same list. */
        private List<ItemHistory> latestFirst() {
            List<ItemHistory> known = latestFirst;
            if (known == null) {
                List<ItemHistory> sorted = new ArrayList<>(histories.values());
                sorted.sort(LATEST_FIRST);
                known = List.copyOf(sorted);
                latestFirst = known;
            }
            return known;
        }
    }
}
