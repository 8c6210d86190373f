package io.shelfwright.heuristics;

import io.shelfwright.spi.CandidateGenerator;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.Proposal;
import io.shelfwright.spi.RecallRequest;
import io.shelfwright.spi.ShelfSpec;
import java.util.ArrayList;
import java.util.List;

/** Asks one strategy for each shelf. */
final class HeuristicsGenerator implements CandidateGenerator {
    private final Strategy strategy;

    HeuristicsGenerator(HeuristicsSettings settings, Catalog catalog) {
        ItemPool pool = new ItemPool(catalog, settings.itemKinds());
        strategy = switch (settings.strategy()) {
            case POPULAR_NOW -> new PopularNow(pool);
            case NEW_RELEASES -> new NewReleases(pool, settings.newReleaseDays());
            case BECAUSE_YOU_LISTENED -> new BecauseYouListened(pool, settings.seeds());
            case REDISCOVER -> new Rediscover(pool, settings.silenceDays(), settings.minPlays());
            case POPULAR_NEAR_YOU -> new PopularNearYou(pool);
        };
    }

    @Override
    public List<Proposal> propose(RecallRequest request) {
        List<Proposal> proposals = new ArrayList<>();
        for (ShelfSpec shelf : request.shelves()) {
            proposals.addAll(strategy.propose(request, shelf));
        }
        return proposals;
    }
}
