package io.shelfwright.features;

import static io.shelfwright.spi.FeatureDeclaration.of;

import io.shelfwright.api.Item;
import io.shelfwright.spi.FeatureDeclaration;
import io.shelfwright.spi.UserState;
import java.util.List;

/** How well the item's artists, genres, language, publisher and kind fit the user's listening. */
final class TasteFeatures implements FeatureFamily {
    /** Artists of an item, in order of importance, that may make it a favourite. */
    static final int LEADING_ARTISTS = 5;

    static final List<FeatureDeclaration> FEATURES = List.of(
            of(
                    "user_item.artist_share",
                    "Greatest share of listening among its artists; missing without artists.",
                    "share",
                    0,
                    1),
            of(
                    "user_item.artist_share_mean",
                    "Mean share of listening over its artists; missing without artists.",
                    "share",
                    0,
                    1),
            of(
                    "user_item.artist_rank",
                    "1 / the user's rank of its best-liked artist, 0 for none; missing without artists.",
                    "1 / rank",
                    0,
                    1),
            of(
                    "user_item.played_artists",
                    "Share of its artists that the user plays; missing without artists.",
                    "share",
                    0,
                    1),
            of(
                    "user_item.favourite_artist",
                    "Whether the user follows or likes one of its first 5 artists; missing without artists.",
                    "flag",
                    0,
                    1),
            of(
                    "user_item.genre_match",
                    "Sum of the user's shares of its genres; missing without genres.",
                    "share",
                    0,
                    1),
            of(
                    "user_item.genre_cosine",
                    "Cosine of its genres and the user's genre shares; missing without genres.",
                    "cosine",
                    0,
                    1),
            of(
                    "user_item.top_genre_match",
                    "Share of the user's top 5 genres that it has; missing without genres.",
                    "share",
                    0,
                    1),
            of(
                    "user_item.language_match",
                    "Whether its language is the profile's; missing where one is unknown.",
                    "flag",
                    0,
                    1),
            of("user_item.language_share", "Share of listening in its language; missing where unknown.", "share", 0, 1),
            of(
                    "user_item.publisher_share",
                    "Share of listening from its publisher; missing where unknown.",
                    "share",
                    0,
                    1),
            of("user_item.kind_share", "Share of listening to its kind; missing without plays.", "share", 0, 1));

    private static final int ARTIST_FEATURES = 4;
    private static final int GENRE_FEATURES = 3;

    @Override
    public List<FeatureDeclaration> features() {
        return FEATURES;
    }

    @Override
    public Scope scope() {
        return Scope.ITEM;
    }

    @Override
    public void compute(RequestFacts request, int candidate, FeatureRow row) {
        int index = request.candidates().itemIndex(candidate);
        Item item = request.candidates().item(candidate);
        putArtists(request, index, row);
        putFavouriteArtist(request, item, row);
        putGenres(request, index, row);
        UserState user = request.user();
        String language = item.language();
        String spoken = user.profile().language();
        row.put(language.isEmpty() || spoken.isEmpty() ? Double.NaN : language.equals(spoken) ? 1 : 0);
        boolean languageKnown = !language.isEmpty() && request.played().languageKnown();
        row.put(languageKnown ? user.languageShare(language) : Double.NaN);
        String publisher = item.publisher();
        boolean publisherKnown = !publisher.isEmpty() && request.played().publisherKnown();
        row.put(publisherKnown ? user.publisherShare(publisher) : Double.NaN);
        row.put(request.hasPlays() ? user.kindShare(item.kind().name()) : Double.NaN);
    }

    private static void putArtists(RequestFacts request, int item, FeatureRow row) {
        NumberedNames artists = request.snapshot().artists();
        int count = artists.end(item) - artists.start(item);
        Taste taste = request.taste();
        if (count == 0 || !taste.knowsArtists()) {
            row.missing(ARTIST_FEATURES);
            return;
        }
        float greatest = 0;
        double sum = 0;
        int played = 0;
        for (int i = artists.start(item); i < artists.end(item); i++) {
            float share = taste.artistShare(artists.member(i));
            greatest = Math.max(greatest, share);
            sum += share;
            played += share > 0 ? 1 : 0;
        }
        row.put(greatest);
        row.put(sum / count);
        row.put(taste.reciprocalRank(greatest));
        row.put((double) played / count);
    }

    private static void putFavouriteArtist(RequestFacts request, Item item, FeatureRow row) {
        List<String> artists = item.artistIds();
        if (artists.isEmpty() || !request.known()) {
            row.missing();
            return;
        }
        boolean favourite = false;
        for (int i = 0; i < artists.size() && i < LEADING_ARTISTS; i++) {
            favourite |= request.user().isFavourite(artists.get(i));
        }
        row.put(favourite);
    }

    private static void putGenres(RequestFacts request, int item, FeatureRow row) {
        NumberedNames genres = request.snapshot().genres();
        int count = genres.end(item) - genres.start(item);
        Taste taste = request.taste();
        if (count == 0 || !taste.knowsGenres()) {
            row.missing(GENRE_FEATURES);
            return;
        }
        double sum = 0;
        int top = 0;
        for (int i = genres.start(item); i < genres.end(item); i++) {
            sum += taste.genreShare(genres.member(i));
            top += taste.isTopGenre(genres.member(i)) ? 1 : 0;
        }
        row.put(sum);
        row.put(sum / (taste.genreNorm() * Math.sqrt(count)));
        row.put((double) top / taste.topGenreCount());
    }
}
