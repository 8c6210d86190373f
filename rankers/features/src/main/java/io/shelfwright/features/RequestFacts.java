package io.shelfwright.features;

import io.shelfwright.spi.CandidateBatch;
import io.shelfwright.spi.ImpressionKey;
import io.shelfwright.spi.ItemHistory;
import io.shelfwright.spi.UserState;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What is computed once for a request, and the batch itself; used by one thread. */
final class RequestFacts {
    private final CatalogFacts snapshot;
    private final CandidateBatch candidates;
    private final UserState user;
    private final Instant at;
    private final int daypart;
    private final boolean known;
    private final Taste taste;
    private final PlayedItems played;
    private final SparseValues session;
    private final NeighbourAffinity neighbours;
    private final UserVector vectors;
    private final Dislikes dislikes;
    private final Map<String, Double> shelfImpressions = new HashMap<>();

    RequestFacts(CandidateBatch candidates, CatalogFacts snapshot) {
        this.snapshot = snapshot;
        this.candidates = candidates;
        user = candidates.user();
        at = candidates.context().at();
        daypart = ItemHistory.daypart(at.atZone(candidates.context().zone()));
        known = user.interactionCount() > 0 || !user.histories().isEmpty();
        taste = new Taste(user, snapshot);
        played = new PlayedItems(user, snapshot.catalog(), at);
        session = numbered(user.lastSession());
        neighbours = new NeighbourAffinity(snapshot, played, session);
        vectors = new UserVector(user, snapshot.catalog());
        dislikes = new Dislikes(user, snapshot, at);
    }

    private SparseValues numbered(List<String> itemIds) {
        SparseValues items = new SparseValues(itemIds.size());
        for (String id : itemIds) {
            int item = snapshot.catalog().indexOf(id);
            if (item >= 0) {
                items.raise(item, 1);
            }
        }
        return items;
    }

    CatalogFacts snapshot() {
        return snapshot;
    }

    CandidateBatch candidates() {
        return candidates;
    }

    UserState user() {
        return user;
    }

    Instant at() {
        return at;
    }

    /** Returns the part of the week of the request. */
    int daypart() {
        return daypart;
    }

    /** Returns whether anything that the user did is recorded: without that, never having done something says nothing. */
    boolean known() {
        return known;
    }

    boolean hasPlays() {
        return user.plays() > 0;
    }

    Taste taste() {
        return taste;
    }

    PlayedItems played() {
        return played;
    }

    boolean inLastSession(int item) {
        return session.contains(item);
    }

    NeighbourAffinity neighbours() {
        return neighbours;
    }

    UserVector vectors() {
        return vectors;
    }

    Dislikes dislikes() {
        return dislikes;
    }

    /** Returns a shelf's decayed impressions, asked of the user state once a request. */
    double shelfImpressions(String shelfId) {
        Double remembered = shelfImpressions.get(shelfId);
        if (remembered != null) {
            return remembered;
        }
        double impressions = user.impressions(ImpressionKey.Scope.SHELF, shelfId, at);
        shelfImpressions.put(shelfId, impressions);
        return impressions;
    }
}
