package io.shelfwright.diversity;

import io.shelfwright.spi.Affinity;
import io.shelfwright.spi.UserState;
import java.util.Arrays;
import java.util.List;

/** A user's shares of the genres of a catalog, at most the 64 largest, scaled to sum to 1; immutable. */
final class GenreTaste {
    private static final int MOST = 64;

    private final int[] genres;
    private final double[] shares;

    private GenreTaste(int[] genres, double[] shares) {
        this.genres = genres;
        this.shares = shares;
    }

    static GenreTaste of(UserState user, ItemGroups groups) {
        List<Affinity> affinities = user.genres();
        long[] found = new long[Math.min(MOST, affinities.size())];
        int size = 0;
        double total = 0;
        for (int i = 0; i < affinities.size() && size < found.length; i++) {
            int genre = groups.number(affinities.get(i).name());
            if (genre >= 0 && affinities.get(i).share() > 0) {
                found[size++] = (long) genre << Integer.SIZE | i;
                total += affinities.get(i).share();
            }
        }
        Arrays.sort(found, 0, size);
        int[] genres = new int[size];
        double[] shares = new double[size];
        for (int k = 0; k < size; k++) {
            genres[k] = (int) (found[k] >>> Integer.SIZE);
            shares[k] = affinities.get((int) found[k]).share() / total;
        }
        return new GenreTaste(genres, shares);
    }

    int size() {
        return genres.length;
    }

    double share(int position) {
        return shares[position];
    }

    /** Returns the position of a genre, negative where the user does not listen to it. */
    int position(int genre) {
        return Arrays.binarySearch(genres, genre);
    }
}
