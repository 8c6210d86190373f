package com.example.wired;

import io.shelfwright.guice.GuiceFactory;
import io.shelfwright.spi.CandidateGenerator;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.Evidence;
import io.shelfwright.spi.PluginFactory;
import io.shelfwright.spi.Proposal;
import io.shelfwright.spi.RecallRequest;
import io.shelfwright.spi.Setting;
import io.shelfwright.spi.ShelfSpec;
import io.shelfwright.spi.ShelfwrightPlugin;
import io.shelfwright.spi.Shortlist;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** Brings a generator whose parts are wired by Guice. */
public final class WiredPlugin implements ShelfwrightPlugin {

    @Override
    public String id() {
        return "wired";
    }

    @Override
    public List<PluginFactory<CandidateGenerator>> candidateGenerators() {
        return List.of(GuiceFactory.of(
                "long-titles",
                "Proposes items with long titles.",
                Settings.class,
                LongTitles.class,
                (settings, context) -> binder -> {
                    binder.bind(LongTitles.class);
                    binder.bind(Titles.class).in(Singleton.class);
                }));
    }

    record Settings(
            @Setting(value = "Fewest characters of a title.", defaultValue = "20", min = 1)
            int least) {}

    static final class Titles {
        private final Catalog catalog;
        private final int least;

        @Inject
        Titles(Catalog catalog, Settings settings) {
            this.catalog = catalog;
            least = settings.least();
        }

        boolean isLong(int item) {
            return catalog.item(item).title().length() >= least;
        }
    }

    static final class LongTitles implements CandidateGenerator {
        private static final Evidence WHY = Evidence.of("long-title", "Has a long title");

        private final Catalog catalog;
        private final Titles titles;

        @Inject
        LongTitles(Catalog catalog, Titles titles) {
            this.catalog = catalog;
            this.titles = titles;
        }

        @Override
        public List<Proposal> propose(RecallRequest request) {
            List<Proposal> proposals = new ArrayList<>();
            for (ShelfSpec shelf : request.shelves()) {
                Shortlist best = new Shortlist(catalog, request, shelf);
                for (int item = 0; item < catalog.size(); item++) {
                    if (titles.isLong(item)) {
                        best.offer(item, catalog.statistics().popularity(item));
                    }
                }
                proposals.addAll(best.proposals(item -> WHY));
            }
            return proposals;
        }
    }
}
