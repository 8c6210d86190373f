package io.shelfwright.engine.userstate;

import io.shelfwright.api.UserProfile;
import io.shelfwright.engine.vectors.TasteFold;
import io.shelfwright.spi.Affinity;
import io.shelfwright.spi.ImpressionKey;
import io.shelfwright.spi.ItemHistory;
import io.shelfwright.spi.NegativeFeedback;
import io.shelfwright.spi.PositiveFeedback;
import io.shelfwright.spi.TasteVector;
import io.shelfwright.spi.UserState;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A user's state as {@link UserStateFold} computed it; immutable, every look-up by id takes constant time. */
public final class FoldedUserState implements UserState {
    private final UserProfile profile;
    private final long version;
    private final int interactionCount;
    private final @Nullable Instant lastActive;
    private final Content content;

    FoldedUserState(
            UserProfile profile, long version, int interactionCount, @Nullable Instant lastActive, Content content) {
        this.profile = profile;
        this.version = version;
        this.interactionCount = interactionCount;
        this.lastActive = lastActive;
        this.content = content;
    }

    /** Returns the same state with another profile. */
    FoldedUserState withProfile(UserProfile value) {
        return value.equals(profile)
                ? this
                : new FoldedUserState(value, version, interactionCount, lastActive, content);
    }

    Content content() {
        return content;
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
        return content.listening.plays();
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
        ItemTrail trail = content.trails.get(itemId);
        return trail == null ? null : trail.history();
    }

    @Override
    public List<ItemHistory> histories() {
        return content.trails.latestFirst();
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
        return content.listening.habits().daypartShare(daypart);
    }

    @Override
    public List<Affinity> languages() {
        return content.languages.affinities();
    }

    @Override
    public List<Affinity> publishers() {
        return content.publishers.affinities();
    }

    @Override
    public double hourShare(int hour) {
        return content.listening.habits().hourShare(hour);
    }

    @Override
    public double weekdayShare(int weekday) {
        return content.listening.habits().weekdayShare(weekday - 1);
    }

    @Override
    public int sessions() {
        return content.listening.session().count();
    }

    @Override
    public @Nullable Instant sessionStart() {
        return content.listening.session().began();
    }

    @Override
    public List<PositiveFeedback> positiveFeedback() {
        return content.opinions.positive();
    }

    @Override
    public List<String> lastSession() {
        return content.listening.session().items();
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
        return content.opinions.negative();
    }

    @Override
    public boolean isFavourite(String id) {
        return content.opinions.isFavourite(id);
    }

    @Override
    public Optional<TasteVector> taste(String space) {
        return content.taste.vector(space);
    }

    @Override
    public String toString() {
        return "state " + version + " of user " + profile.userId() + ", " + interactionCount + " interactions";
    }

    /** What was counted, shared by copies that differ in the profile only; nothing changes it after the fold. */
    static final class Content {
        private final ItemTrails trails;
        private final Listening listening;
        private final ViewCounts views;
        private final Opinions opinions;
        private final TasteFold taste;
        private final @Nullable Instant last;
        private final ListeningShares artists;
        private final ListeningShares genres;
        private final ListeningShares languages;
        private final ListeningShares publishers;
        private final ListeningShares kinds;

        Content(
                ItemTrails trails,
                Listening listening,
                ViewCounts views,
                Opinions opinions,
                TasteFold taste,
                @Nullable Instant last) {
            this.trails = trails;
            this.listening = listening;
            this.views = views;
            this.opinions = opinions;
            this.taste = taste;
            this.last = last;
            artists = listening.artists();
            genres = listening.genres();
            languages = listening.languages();
            publishers = listening.publishers();
            kinds = listening.kinds();
        }

        ItemTrails trails() {
            return trails;
        }

        Listening listening() {
            return listening;
        }

        ViewCounts views() {
            return views;
        }

        Opinions opinions() {
            return opinions;
        }

        TasteFold taste() {
            return taste;
        }

        /** Returns the time of the last interaction in force, impressions included. */
        @Nullable
        Instant last() {
            return last;
        }
    }
}
