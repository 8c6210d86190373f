package io.shelfwright.benchmarks;

import io.shelfwright.spi.CandidateBatch;
import io.shelfwright.spi.FilterRule;
import io.shelfwright.spi.PluginFactory;
import io.shelfwright.spi.ShelfwrightPlugin;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

/** Counts the candidates that reach the ranking; takes part as a filter that drops nothing. */
final class CandidateCount implements ShelfwrightPlugin, FilterRule {
    private final LongAdder candidates = new LongAdder();
    private final LongAdder pages = new LongAdder();

    @Override
    public String id() {
        return "candidate-count";
    }

    @Override
    public List<PluginFactory<FilterRule>> filterRules() {
        return List.of(PluginFactory.of("candidate-count", "Counts candidates.", context -> this));
    }

    @Override
    public void filter(CandidateBatch batch, Drops drops) {
        candidates.add(batch.size());
        pages.increment();
    }

    /** Returns the mean number of candidates of a page, and starts again. */
    int mean() {
        return (int) Math.round(candidates.sumThenReset() / (double) Math.max(1, pages.sumThenReset()));
    }
}
