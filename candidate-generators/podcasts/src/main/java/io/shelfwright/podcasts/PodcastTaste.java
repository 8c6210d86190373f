package io.shelfwright.podcasts;

import io.shelfwright.spi.Hidden;
import io.shelfwright.spi.ItemHistory;
import io.shelfwright.spi.NearestItems;
import io.shelfwright.spi.Neighbours;
import io.shelfwright.spi.UserState;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * What a user's podcast listening says: shares of genres and publishers, and the shows near those the user plays, by who
 * listens, and by vectors where few do.
 *
 * <p>Only shows count: genres of music do not say which talk someone likes. A show weighs its plays, decayed with a
 * half-life of 60 days, and one more if it was saved; its weight is divided evenly among its genres. What is hidden does not
 * count.
 */
final class PodcastTaste {
    private static final int MOST_HISTORIES = 5_000;
    private static final int FEW_NEIGHBOURS = 10;
    private static final int MOST_SIMILAR = 30;
    private static final double SIMILAR_FACTOR = 0.7;
    private static final double HALF_LIFE_SECONDS = 60 * 86_400.0;

    private final double[] genreShares;
    private final double[] publisherShares;
    private final Map<Integer, Near> near = new HashMap<>();
    private final double plays;

    PodcastTaste(ShowIndex shows, UserState user, Instant at, int seeds) {
        genreShares = new double[shows.genreNames().size()];
        publisherShares = new double[shows.publisherNames().size()];
        List<Played> played = played(shows, user, at);
        double sum = 0;
        double total = 0;
        for (Played show : played) {
            sum += show.weight;
            total += show.plays;
        }
        plays = total;
        for (Played show : played) {
            add(shows, show.show, show.weight / sum);
        }
        for (Played show : played.subList(0, Math.min(seeds, played.size()))) {
            addNeighbours(shows, show.show, show.weight / played.get(0).weight);
        }
    }

    private static List<Played> played(ShowIndex shows, UserState user, Instant at) {
        List<ItemHistory> histories = user.histories();
        Hidden hidden = user.hidden(at);
        List<Played> played = new ArrayList<>();
        for (int i = 0; i < Math.min(histories.size(), MOST_HISTORIES); i++) {
            ItemHistory history = histories.get(i);
            int show = shows.showOf(shows.catalog().indexOf(history.itemId()));
            double weight = show < 0 ? 0 : decayedPlays(history, at) + (history.saved() ? 1 : 0);
            if (weight > 0 && !hidden.hides(shows.show(show))) {
                played.add(new Played(show, weight, history.plays() + (history.saved() ? 1 : 0)));
            }
        }
        played.sort(Comparator.comparingDouble((Played show) -> -show.weight)
                .thenComparing(show -> shows.show(show.show).id()));
        return played;
    }

    private static double decayedPlays(ItemHistory history, Instant at) {
        Instant last = history.lastPlayed();
        if (last == null) {
            return 0;
        }
        double seconds = Math.max(0, Duration.between(last, at).getSeconds());
        return history.decayedPlays() * Math.exp(-seconds / HALF_LIFE_SECONDS * Math.log(2));
    }

    private void add(ShowIndex shows, int show, double share) {
        int[] genres = shows.genres(show);
        for (int genre : genres) {
            genreShares[genre] += share / genres.length;
        }
        if (shows.publisher(show) != Names.NONE) {
            publisherShares[shows.publisher(show)] += share;
        }
    }

    private void addNeighbours(ShowIndex shows, int show, double weight) {
        Neighbours neighbours = shows.catalog().neighbours(shows.item(show));
        int found = 0;
        for (int i = 0; i < neighbours.size(); i++) {
            int other = shows.showOf(neighbours.item(i));
            if (other >= 0) {
                add(other, new Near(show, weight * neighbours.similarity(i), false));
                found++;
            }
        }
        if (found < FEW_NEIGHBOURS) {
            addSimilar(shows, show, weight);
        }
    }

    /** Few listen to most shows, so what is said about them has to stand in for who plays them. */
    private void addSimilar(ShowIndex shows, int show, double weight) {
        NearestItems similar = shows.catalog()
                .vectors()
                .map(vectors -> vectors.similar(shows.item(show), MOST_SIMILAR, item -> shows.showOf(item) >= 0))
                .orElse(NearestItems.NONE);
        for (int i = 0; i < similar.size() && similar.scores()[i] > 0; i++) {
            int other = shows.showOf(similar.items()[i]);
            add(other, new Near(show, weight * SIMILAR_FACTOR * similar.scores()[i], true));
        }
    }

    private void add(int show, Near way) {
        near.merge(show, way, (first, second) -> second.nearness > first.nearness ? second : first);
    }

    /** Returns the number of podcast plays, a saved show counting as one. */
    double plays() {
        return plays;
    }

    /** Returns the sum of the user's shares of a show's genres, 0..1. */
    double genreMatch(int[] genres) {
        double match = 0;
        for (int genre : genres) {
            match += genreShares[genre];
        }
        return Math.min(1, match);
    }

    double genreShare(int genre) {
        return genreShares[genre];
    }

    double publisherShare(int publisher) {
        return publisher == Names.NONE ? 0 : publisherShares[publisher];
    }

    /** Returns the shows that listeners of the user's shows play. */
    Map<Integer, Near> near() {
        return near;
    }

    /** Returns how near a show is to the user's shows, 0..1. */
    double nearness(int show) {
        Near found = near.get(show);
        return found == null ? 0 : found.nearness;
    }

    /** Returns whether a show is near by its vector, not by who listens. */
    boolean isByVector(int show) {
        Near found = near.get(show);
        return found != null && found.byVector;
    }

    /** Returns the user's show that another is nearest to, -1 where there is none. */
    int nearestShow(int show) {
        Near found = near.get(show);
        return found == null ? -1 : found.source;
    }

    private record Played(int show, double weight, double plays) {}

    /**
     * A show near one that the user plays.
     *
     * @param source the show that the user plays
     * @param nearness the source's weight relative to the weightiest, times the cosine of co-listening, or 0.7 times that
     *     of vectors
     * @param byVector whether it is the vectors that say so
     */
    record Near(int source, double nearness, boolean byVector) {}
}
