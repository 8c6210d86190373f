package ${package};

import io.shelfwright.spi.CandidateGenerator;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.Evidence;
import io.shelfwright.spi.InstanceContext;
import io.shelfwright.spi.ItemHistory;
import io.shelfwright.spi.Proposal;
import io.shelfwright.spi.RecallRequest;
import io.shelfwright.spi.ShelfSpec;
import io.shelfwright.spi.Shortlist;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Proposes what is popular where the listener is and was not played lately. */
final class ${className} implements CandidateGenerator {
    private static final Evidence WHY = Evidence.of("${artifactId}", "Popular where you are");

    private final Catalog catalog;
    private final ${className}Settings settings;

    ${className}(${className}Settings settings, InstanceContext context) {
        this.settings = settings;
        catalog = context.catalog();
    }

    @Override
    public List<Proposal> propose(RecallRequest request) {
        String market = request.context().market();
        List<Proposal> proposals = new ArrayList<>();
        for (ShelfSpec shelf : request.shelves()) {
            Shortlist best = new Shortlist(catalog, request, shelf, item -> !rests(item, request));
            for (int item = 0; item < catalog.size(); item++) {
                best.offer(item, catalog.statistics().popularity(market, item));
            }
            proposals.addAll(best.proposals(item -> WHY));
        }
        return proposals;
    }

    private boolean rests(int item, RecallRequest request) {
        ItemHistory history = request.user().history(catalog.item(item).id());
        Instant played = history == null ? null : history.lastPlayed();
        return played != null && played.plus(settings.rest()).isAfter(request.context().at());
    }
}
