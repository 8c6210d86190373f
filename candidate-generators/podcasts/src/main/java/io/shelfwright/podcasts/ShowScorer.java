package io.shelfwright.podcasts;

import io.shelfwright.api.Item;
import io.shelfwright.spi.Evidence;
import io.shelfwright.spi.RecallRequest;
import io.shelfwright.spi.UserState;
import java.util.List;

/**
 * Scores shows for one request:
 *
 * <pre>
 * score = language x (trust x (w1 genre + w2 publisher + w3 co-listening) + w4 prior x spread)
 *
 * trust = n / (n + 2), n = the user's podcast plays
 * prior = 1 / (1 + log10(1 + r)), r = the show's rank in the market, from 0
 * </pre>
 *
 * The prior falls with the logarithm of the rank, so that the few great shows stand out; see {@link Spread} for the spread
 * and {@link Languages} for the language.
 */
final class ShowScorer {
    private final PodcastsSettings weights;
    private final ShowIndex shows;
    private final String market;
    private final PodcastTaste taste;
    private final Languages languages;
    private final Spread spread;
    private final double trust;

    ShowScorer(PodcastsSettings weights, ShowIndex shows, RecallRequest request) {
        this.weights = weights;
        this.shows = shows;
        UserState user = request.user();
        String requested = request.context().market();
        market = requested.isEmpty() ? user.profile().market() : requested;
        taste = new PodcastTaste(shows, user, request.context().at(), weights.seeds());
        languages = new Languages(shows, user, weights.foreignLanguage());
        spread = new Spread(
                weights.spread(), request.context().userId(), request.context().at());
        trust = taste.plays() > 0 ? taste.plays() / (taste.plays() + weights.trustPlays()) : 0;
    }

    PodcastTaste taste() {
        return taste;
    }

    /** Returns the shows in the order in which to look at them: the most popular in the market first. */
    int[] chart() {
        return shows.chart(market);
    }

    /** Returns the greatest score that a show and all less popular ones can have, unless a neighbour of the user's. */
    double bound(int show) {
        double liked = trust * (weights.genre() + weights.publisher());
        return liked + prior(show);
    }

    double score(int show) {
        double liked = trust == 0 ? 0 : trust * (genre(show) + publisher(show) + coListening(show));
        return languages.factor(shows.language(show)) * (liked + popular(show));
    }

    private double genre(int show) {
        return weights.genre() * taste.genreMatch(shows.genres(show));
    }

    private double publisher(int show) {
        return weights.publisher() * taste.publisherShare(shows.publisher(show));
    }

    private double coListening(int show) {
        return weights.coListening() * taste.nearness(show);
    }

    private double popular(int show) {
        return prior(show) * spread.factor(shows.hash(show));
    }

    private double prior(int show) {
        double popularity = shows.catalog().statistics().popularity(market, shows.item(show));
        double rank = (1 - popularity) * (shows.size() - 1);
        return weights.popularity() / (1 + Math.log10(1 + rank));
    }

    /** Returns why a show is proposed: the greatest term of its score. */
    Evidence evidence(int show) {
        double genre = trust * genre(show);
        double publisher = trust * publisher(show);
        double near = trust * coListening(show);
        double most = Math.max(Math.max(genre, publisher), Math.max(near, popular(show)));
        if (near > 0 && most == near) {
            Item source = shows.show(taste.nearestShow(show));
            return taste.isByVector(show)
                    ? new Evidence("close", "Close to what you play: " + source.title(), List.of(source.id()))
                    : new Evidence("co-listening", "Because you listen to " + source.title(), List.of(source.id()));
        }
        if (publisher > 0 && most == publisher) {
            String name = shows.show(show).publisher();
            return Evidence.of("publisher", "From " + name + ", whose shows you listen to");
        }
        if (genre > 0 && most == genre) {
            return Evidence.of("genre", "Because you listen to podcasts about " + favouriteGenre(show));
        }
        return shows.catalog().statistics().knowsMarket(market)
                ? Evidence.of("popular-in-market", "Popular in " + market)
                : Evidence.of("popular", "Popular with listeners everywhere");
    }

    private String favouriteGenre(int show) {
        String favourite = "";
        double most = -1;
        for (String name : shows.show(show).genres()) {
            int genre = shows.genreNames().of(name);
            if (genre != Names.NONE && taste.genreShare(genre) > most) {
                most = taste.genreShare(genre);
                favourite = name;
            }
        }
        return favourite;
    }
}
