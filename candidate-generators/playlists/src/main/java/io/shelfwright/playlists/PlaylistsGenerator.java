package io.shelfwright.playlists;

import io.shelfwright.api.Item;
import io.shelfwright.api.ItemKind;
import io.shelfwright.spi.CandidateGenerator;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.Evidence;
import io.shelfwright.spi.ItemHistory;
import io.shelfwright.spi.ItemStatistics;
import io.shelfwright.spi.MarketCharts;
import io.shelfwright.spi.Proposal;
import io.shelfwright.spi.RecallRequest;
import io.shelfwright.spi.ShelfSpec;
import io.shelfwright.spi.Shortlist;
import io.shelfwright.spi.UserState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Proposes what the user has not played and might like:
 *
 * <pre>
 * score = trust x taste + (1 - trust) x popularity        trust = n / (n + 10), n = the user's plays
 * taste = (w1 own + w2 near + w3 genre + w4 popularity + w5 close) / (w1 + w2 + w3 + w4 + w5)
 *
 * own   = s / (s + saturation), s = sum of the user's shares of the item's artists
 * near  = the same, over artists near the user's own: share x cosine of co-listening
 * genre = sum of the user's shares of the item's genres, at most 1
 * close = dot product of the item's and the user's vector, relative to the closest item's; 0 beyond the nearest
 * </pre>
 *
 * <p>Popularity is the rank within kind and market, 0..1. A new user is thus shown what is popular, and taste takes over
 * with every play. Without a vector of the user w5 is left out. Thread-safe.
 */
final class PlaylistsGenerator implements CandidateGenerator {
    private final PlaylistsSettings settings;
    private final Catalog catalog;
    private final ItemStatistics statistics;
    private final ItemPositions positions;
    private final MarketCharts charts;

    PlaylistsGenerator(PlaylistsSettings settings, Catalog catalog) {
        this.settings = settings;
        this.catalog = catalog;
        statistics = catalog.statistics();
        positions = new ItemPositions(catalog, settings.itemKinds());
        charts = new MarketCharts(catalog, positions.kinds());
    }

    @Override
    public List<Proposal> propose(RecallRequest request) {
        UserState user = request.user();
        String market = request.context().market();
        double trust = trust(user.plays());
        Taste taste = Taste.of(user, request.context().at(), catalog, settings);
        NearTaste close = NearTaste.of(
                user,
                request.context().at(),
                catalog,
                positions,
                settings.vectors() > 0 ? settings.nearest() : 0,
                item -> isOffered(item, market) && isNew(user, item));
        TasteMatch match = new TasteMatch(settings, catalog, positions, taste, close);
        PlaylistEvidence evidence = new PlaylistEvidence(catalog, taste, market);
        List<Proposal> proposals = new ArrayList<>();
        for (ShelfSpec shelf : request.shelves()) {
            Shortlist best = new Shortlist(catalog, request, shelf, item -> isNew(user, item));
            offerMatches(match, trust, market, best);
            for (ItemKind kind : positions.kinds()) {
                if (shelf.accepts(kind)) {
                    offerPopular(kind, match, trust, market, best);
                }
            }
            proposals.addAll(best.proposals(item -> evidence(evidence, match, close, item, trust, market)));
        }
        return proposals;
    }

    private double trust(double plays) {
        return plays > 0 ? plays / (plays + settings.trustPlays()) : 0;
    }

    private void offerMatches(TasteMatch match, double trust, String market, Shortlist best) {
        for (int position = 0; position < positions.size(); position++) {
            if (!match.isEmpty(position)) {
                best.offer(positions.item(position), score(match, position, trust, market));
            }
        }
    }

    private void offerPopular(ItemKind kind, TasteMatch match, double trust, String market, Shortlist best) {
        double weight = trust * match.greatestUnmatched() + (1 - trust);
        for (int item : charts.items(kind, market)) {
            double score = weight * statistics.popularity(market, item);
            if (best.isBeyond(item, score)) {
                return;
            }
            if (match.isEmpty(positions.of(item))) {
                best.offer(item, score);
            }
        }
    }

    private double score(TasteMatch match, int position, double trust, String market) {
        double popularity = statistics.popularity(market, positions.item(position));
        return trust * match.score(position, popularity) + (1 - trust) * popularity;
    }

    private boolean isNew(UserState user, int item) {
        ItemHistory history = user.history(catalog.item(item).id());
        return history == null || history.plays() == 0;
    }

    /** What could not be shown must not take the place of what could. */
    private boolean isOffered(int item, String market) {
        Set<String> markets = catalog.item(item).markets();
        return market.isEmpty() || markets.contains(Item.EVERYWHERE) || markets.contains(market);
    }

    private Evidence evidence(
            PlaylistEvidence evidence, TasteMatch match, NearTaste close, int item, double trust, String market) {
        int position = positions.of(item);
        double own = trust * match.own(position);
        double near = trust * match.near(position);
        double genre = trust * match.genre(position);
        double popularity = statistics.popularity(market, item);
        double popular = (trust * match.greatestUnmatched() + 1 - trust) * popularity;
        double most = Math.max(Math.max(own, near), Math.max(genre, popular));
        Evidence named = trust * match.close(position) > most ? close.evidence(item) : null;
        return named != null ? named : evidence.of(catalog.item(item), own, near, genre, popular);
    }
}
