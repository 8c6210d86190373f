package io.shelfwright.features;

import static io.shelfwright.spi.FeatureDeclaration.of;

import io.shelfwright.api.Item;
import io.shelfwright.spi.FeatureDeclaration;
import io.shelfwright.spi.ImpressionKey;
import io.shelfwright.spi.UserState;
import java.util.List;

/** What the user saw of the item, its artists and genres without wanting it. */
final class FeedbackFeatures implements FeatureFamily {
    /** Artists of an item, in order of importance, whose impressions are read. */
    private static final int LEADING_ARTISTS = 3;

    static final List<FeatureDeclaration> FEATURES = List.of(
            of(
                    "feedback.item_impressions",
                    "Views of it without a reaction, by a half-life of 7 days.",
                    "views",
                    0,
                    100),
            of(
                    "feedback.artist_impressions",
                    "The same for the most seen of its first 3 artists; missing without artists.",
                    "views",
                    0,
                    1000),
            of(
                    "feedback.negative_artist",
                    "Strongest dislike of one of its artists, by a half-life of 60 days.",
                    "strength",
                    0,
                    1),
            of(
                    "feedback.negative_genre",
                    "Strongest dislike of one of its genres, by a half-life of 30 days.",
                    "strength",
                    0,
                    1),
            of("feedback.negative_kind", "Dislike of its kind, by a half-life of 14 days.", "strength", 0, 1));

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
        UserState user = request.user();
        row.put(user.impressions(ImpressionKey.Scope.ITEM, item.id(), request.at()));
        List<String> artists = item.artistIds();
        double mostSeen = artists.isEmpty() ? Double.NaN : 0;
        for (int i = 0; i < artists.size() && i < LEADING_ARTISTS; i++) {
            mostSeen = Math.max(mostSeen, user.impressions(ImpressionKey.Scope.ARTIST, artists.get(i), request.at()));
        }
        row.put(mostSeen);
        Dislikes dislikes = request.dislikes();
        row.put(dislikes.ofArtists(request.snapshot().artists(), index));
        row.put(dislikes.ofGenres(request.snapshot().genres(), index));
        row.put(dislikes.ofKind(item.kind().name()));
    }
}
