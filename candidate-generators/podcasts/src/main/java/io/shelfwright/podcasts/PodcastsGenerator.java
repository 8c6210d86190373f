package io.shelfwright.podcasts;

import io.shelfwright.api.ItemKind;
import io.shelfwright.spi.CandidateGenerator;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.ItemHistory;
import io.shelfwright.spi.Proposal;
import io.shelfwright.spi.RecallRequest;
import io.shelfwright.spi.ShelfSpec;
import io.shelfwright.spi.Shortlist;
import io.shelfwright.spi.UserState;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Proposes podcast shows that the user neither played nor saved yet; see {@link ShowScorer}. Thread-safe. */
final class PodcastsGenerator implements CandidateGenerator {
    /** How often a walk through the chart asks whether it may stop: asking costs as much as a score. */
    private static final int BOUND_EVERY = 64;

    private final PodcastsSettings settings;
    private final Catalog catalog;
    private final ShowIndex shows;

    PodcastsGenerator(PodcastsSettings settings, Catalog catalog) {
        this.settings = settings;
        this.catalog = catalog;
        shows = new ShowIndex(catalog);
    }

    @Override
    public List<Proposal> propose(RecallRequest request) {
        ShowScorer scorer = new ShowScorer(settings, shows, request);
        List<Proposal> proposals = new ArrayList<>();
        for (ShelfSpec shelf : request.shelves()) {
            if (shelf.accepts(ItemKind.PODCAST_SHOW)) {
                proposals.addAll(propose(request, shelf, scorer));
            }
        }
        return proposals;
    }

    private List<Proposal> propose(RecallRequest request, ShelfSpec shelf, ShowScorer scorer) {
        UserState user = request.user();
        Shortlist best = new Shortlist(catalog, request, shelf, item -> isNew(user, item));
        Set<Integer> near = scorer.taste().near().keySet();
        for (int show : near) {
            best.offer(shows.item(show), scorer.score(show));
        }
        int[] chart = scorer.chart();
        int scanned = Math.min(chart.length, Math.max(0, settings.scanLimit() - near.size()));
        for (int rank = 0; rank < scanned; rank++) {
            int show = shows.showOf(chart[rank]);
            if (rank % BOUND_EVERY == 0 && best.isBeyond(chart[rank], scorer.bound(show))) {
                break;
            }
            if (near.isEmpty() || !near.contains(show)) {
                best.offer(chart[rank], scorer.score(show));
            }
        }
        return best.proposals(item -> scorer.evidence(shows.showOf(item)));
    }

    private boolean isNew(UserState user, int item) {
        ItemHistory history = user.history(catalog.item(item).id());
        return history == null || (history.plays() == 0 && !history.saved());
    }
}
