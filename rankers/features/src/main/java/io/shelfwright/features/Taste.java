package io.shelfwright.features;

import io.shelfwright.spi.Affinity;
import io.shelfwright.spi.UserState;
import java.util.List;

/** A user's shares of artists and genres under the numbers of the catalog; filled once a request. */
final class Taste {
    /** Genres that count as the user's top genres. */
    static final int TOP_GENRES = 5;

    private final SparseValues artistShares;
    private final double[] sharesDescending;
    private final SparseValues genreShares;
    private final SparseValues topGenres;
    private final double genreNorm;
    private final int topGenreCount;

    Taste(UserState user, CatalogFacts facts) {
        List<Affinity> artists = user.artists();
        artistShares = numbered(artists, facts.artists());
        sharesDescending = new double[artists.size()];
        for (int i = 0; i < sharesDescending.length; i++) {
            sharesDescending[i] = artists.get(i).share();
        }
        List<Affinity> genres = user.genres();
        genreShares = numbered(genres, facts.genres());
        topGenreCount = Math.min(TOP_GENRES, genres.size());
        topGenres = numbered(genres.subList(0, topGenreCount), facts.genres());
        double squares = 0;
        for (Affinity genre : genres) {
            squares += genre.share() * genre.share();
        }
        genreNorm = Math.sqrt(squares);
    }

    private static SparseValues numbered(List<Affinity> affinities, NumberedNames names) {
        SparseValues values = new SparseValues(affinities.size());
        for (Affinity affinity : affinities) {
            int number = names.numberOf(affinity.name());
            if (number >= 0) {
                values.add(number, (float) affinity.share());
            }
        }
        return values;
    }

    boolean knowsArtists() {
        return sharesDescending.length > 0;
    }

    boolean knowsGenres() {
        return genreNorm > 0;
    }

    float artistShare(int artist) {
        return artistShares.get(artist);
    }

    /** Returns 1 / (1 + the number of artists with a greater share), 0 for a share of 0. */
    double reciprocalRank(float share) {
        if (share <= 0) {
            return 0;
        }
        int low = 0;
        int high = sharesDescending.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if ((float) sharesDescending[middle] > share) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return 1.0 / (1 + low);
    }

    float genreShare(int genre) {
        return genreShares.get(genre);
    }

    boolean isTopGenre(int genre) {
        return topGenres.contains(genre);
    }

    int topGenreCount() {
        return topGenreCount;
    }

    /** Returns the Euclidean length of the vector of all genre shares. */
    double genreNorm() {
        return genreNorm;
    }
}
