package io.shelfwright.sample.cli;

import io.shelfwright.api.Item;
import io.shelfwright.spi.CandidateGenerator;
import io.shelfwright.spi.Evidence;
import io.shelfwright.spi.FeatureMatrix;
import io.shelfwright.spi.FeatureSchema;
import io.shelfwright.spi.PagePacker;
import io.shelfwright.spi.PluginFactory;
import io.shelfwright.spi.Proposal;
import io.shelfwright.spi.Ranker;
import io.shelfwright.spi.ShelfwrightPlugin;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** A packer and a ranker that fail, and a generator that is late, so that its result stands in on the next page. */
final class BrokenPlugins implements ShelfwrightPlugin, AutoCloseable {
    private final List<Item> items;
    private final Semaphore calls = new Semaphore(0);

    BrokenPlugins(List<Item> items) {
        this.items = items;
    }

    /** Lets one late call come back. */
    void release() {
        calls.release();
    }

    @Override
    public String id() {
        return "broken";
    }

    @Override
    public List<PluginFactory<PagePacker>> pagePackers() {
        return List.of(PluginFactory.of("broken-packer", "Fails.", context -> (problem, budget) -> {
            throw new IllegalStateException("no packing today");
        }));
    }

    @Override
    public List<PluginFactory<Ranker>> rankers() {
        return List.of(PluginFactory.of("broken-ranker", "Fails.", context -> new Ranker() {
            @Override
            public Optional<FeatureSchema> trainedOn() {
                return Optional.empty();
            }

            @Override
            public void score(FeatureMatrix rows, float[] logits) {
                throw new IllegalStateException("no scores today");
            }
        }));
    }

    @Override
    public List<PluginFactory<CandidateGenerator>> candidateGenerators() {
        return List.of(PluginFactory.of("late-generator", "Is late.", context -> request -> {
            calls.acquireUninterruptibly();
            List<Proposal> proposals = new ArrayList<>();
            for (int i = 0; i < items.size(); i += 7) {
                proposals.add(new Proposal("late", items.get(i).id(), 1, Evidence.of("late", "Late")));
            }
            return proposals;
        }));
    }

    @Override
    public void close() {
        calls.release(1_000_000);
    }
}
