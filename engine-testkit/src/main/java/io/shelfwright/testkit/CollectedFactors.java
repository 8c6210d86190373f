package io.shelfwright.testkit;

import io.shelfwright.spi.CandidateBatch;
import io.shelfwright.spi.ScoreRule;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a score rule does to a batch, right or wrong; utilities depend on the candidate and not on its place. */
final class CollectedFactors implements ScoreRule.Adjustments {
    private static final int UTILITIES = 1000;

    private final CandidateBatch batch;
    private final Map<String, Marks.Mark> factors = new HashMap<>();
    private final List<Integer> strangers = new ArrayList<>();
    private final List<Integer> unreasoned = new ArrayList<>();

    CollectedFactors(CandidateBatch batch) {
        this.batch = batch;
    }

    @Override
    public double utility(int candidate) {
        int place = Math.floorMod(BatchViews.key(batch, candidate).hashCode(), UTILITIES);
        return (place - UTILITIES / 10) / (2.0 * UTILITIES);
    }

    @Override
    public void add(int candidate, double logFactor, String reason) {
        if (candidate < 0 || candidate >= batch.size()) {
            strangers.add(candidate);
            return;
        }
        if (reason.isBlank()) {
            unreasoned.add(candidate);
        }
        factors.merge(
                BatchViews.key(batch, candidate),
                new Marks.Mark(List.of(logFactor), List.of(reason)),
                CollectedFactors::sum);
    }

    private static Marks.Mark sum(Marks.Mark before, Marks.Mark more) {
        List<String> reasons = new ArrayList<>(before.words());
        reasons.addAll(more.words());
        return new Marks.Mark(List.of(before.numbers().get(0) + more.numbers().get(0)), reasons);
    }

    Marks marks() {
        return new Marks(factors);
    }

    List<Integer> strangers() {
        return strangers;
    }

    List<Integer> unreasoned() {
        return unreasoned;
    }
}
