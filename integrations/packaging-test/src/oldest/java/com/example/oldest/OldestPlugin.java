package com.example.oldest;

import io.shelfwright.spi.CandidateBatch;
import io.shelfwright.spi.CandidateGenerator;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.Evidence;
import io.shelfwright.spi.PluginFactory;
import io.shelfwright.spi.Proposal;
import io.shelfwright.spi.RecallRequest;
import io.shelfwright.spi.ScoreRule;
import io.shelfwright.spi.Setting;
import io.shelfwright.spi.ShelfSpec;
import io.shelfwright.spi.ShelfwrightPlugin;
import java.util.ArrayList;
import java.util.List;

/** A plugin that a team wrote when the API was young, and never compiled again. */
public final class OldestPlugin implements ShelfwrightPlugin {
    @Override
    public String id() {
        return "oldest";
    }

    @Override
    public List<PluginFactory<CandidateGenerator>> candidateGenerators() {
        return List.of(PluginFactory.of(
                "from-the-start",
                "Proposes the catalog's first items.",
                Settings.class,
                (settings, context) -> new FromTheStart(context.catalog(), settings.items())));
    }

    @Override
    public List<PluginFactory<ScoreRule>> scoreRules() {
        return List.of(PluginFactory.of("even-handed", "Changes nothing much.", context -> new EvenHanded()));
    }

    /**
     * Settings of the generator.
     *
     * @param items how many items
     */
    record Settings(
            @Setting(value = "How many items to propose.", defaultValue = "10", min = 1, max = 100)
            int items) {}

    private record FromTheStart(Catalog catalog, int items) implements CandidateGenerator {
        @Override
        public List<Proposal> propose(RecallRequest request) {
            List<Proposal> proposals = new ArrayList<>();
            for (ShelfSpec shelf : request.shelves()) {
                for (int item = 0; item < Math.min(items, catalog.size()); item++) {
                    proposals.add(new Proposal(
                            shelf.id(),
                            catalog.item(item).id(),
                            1.0 / (1 + item),
                            Evidence.of("first", "From the start")));
                }
            }
            return proposals;
        }
    }

    private static final class EvenHanded implements ScoreRule {
        @Override
        public void adjust(CandidateBatch candidates, Adjustments adjustments) {
            for (int candidate = 0; candidate < candidates.size(); candidate++) {
                if (adjustments.utility(candidate) > 0) {
                    adjustments.add(candidate, 0.1, "as it is");
                }
            }
        }
    }
}
