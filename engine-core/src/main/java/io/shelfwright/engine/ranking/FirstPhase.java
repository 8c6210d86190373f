package io.shelfwright.engine.ranking;

import io.shelfwright.api.Explanation.Outcome;
import io.shelfwright.engine.config.EngineConfig;
import io.shelfwright.engine.config.RankingSettings;
import io.shelfwright.engine.generation.Rung;
import io.shelfwright.engine.plugins.PluginCalls;
import io.shelfwright.engine.request.CandidateTable;
import io.shelfwright.engine.request.Visit;
import io.shelfwright.spi.FeatureMatrix;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Thins out the candidates with a cheap ranker, so that the expensive one scores the best only.
 *
 * <p>Every shelf keeps at least twice its minimum of cards, so that the cut does not empty a shelf.
 */
final class FirstPhase {
    /** Not the name of its package: a rung that is left out here may take part in the ladder. */
    private static final String STAGE = "first-phase";

    private final RankerLadder ladder;
    private final PluginCalls calls;
    private final RankingSettings settings;

    @Inject
    FirstPhase(RankerLadder ladder, PluginCalls calls, EngineConfig config) {
        this.ladder = ladder;
        this.calls = calls;
        settings = config.ranking().settings();
    }

    /**
     * What is left.
     *
     * @param candidates in their former order
     * @param features their rows
     */
    record Survivors(CandidateTable candidates, FeatureMatrix features) {}

    Survivors thin(Visit visit, CandidateTable candidates, FeatureMatrix features) {
        if (settings.firstPhase().isEmpty() || candidates.size() <= settings.firstPhaseKeep()) {
            return new Survivors(candidates, features);
        }
        Optional<Rung> rung = visit.generation().ladder().stream()
                .filter(one -> one.name().equals(settings.firstPhase()))
                .findFirst();
        Optional<Scored> scored = rung.isPresent() && !visit.skips(STAGE, settings.firstPhase())
                ? ladder.score(STAGE, rung.get(), visit, features)
                : Optional.empty();
        return scored.map(cheap -> cut(visit, candidates, features, cheap)).orElse(new Survivors(candidates, features));
    }

    private Survivors cut(Visit visit, CandidateTable candidates, FeatureMatrix features, Scored scored) {
        int objectives = scored.objectives().size();
        int[] order = IntStream.range(0, candidates.size())
                .boxed()
                .sorted((a, b) -> {
                    int byScore = Float.compare(scored.logits()[b * objectives], scored.logits()[a * objectives]);
                    return byScore != 0 ? byScore : Integer.compare(a, b);
                })
                .mapToInt(Integer::intValue)
                .toArray();
        boolean[] keep = new boolean[candidates.size()];
        int[] perShelf = new int[candidates.shelves().size()];
        int kept = 0;
        for (int candidate : order) {
            int shelf = candidates.shelfIndex(candidate);
            if (perShelf[shelf] < 2 * candidates.shelf(candidate).minCards()) {
                perShelf[shelf]++;
                keep[candidate] = true;
                kept++;
            }
        }
        for (int place = 0; place < order.length && kept < settings.firstPhaseKeep(); place++) {
            if (!keep[order[place]]) {
                keep[order[place]] = true;
                kept++;
            }
        }
        calls.metrics().count("ranking", settings.firstPhase(), "cut");
        return select(visit, candidates, features, keep, kept);
    }

    private Survivors select(Visit visit, CandidateTable candidates, FeatureMatrix features, boolean[] keep, int kept) {
        int[] survivors = new int[kept];
        int columns = features.columns();
        float[] cells = new float[kept * columns];
        int n = 0;
        for (int c = 0; c < keep.length; c++) {
            if (keep[c]) {
                System.arraycopy(features.values(), c * columns, cells, n * columns, columns);
                survivors[n++] = c;
            } else if (visit.trace().watches(candidates.item(c).id())) {
                visit.trace()
                        .outcome(
                                candidates.shelf(c).id(),
                                Outcome.CUT_BEFORE_RANKING,
                                "the first phase '" + settings.firstPhase() + "' kept " + kept + " of " + keep.length
                                        + " candidates");
            }
        }
        return new Survivors(
                candidates.select(Arrays.copyOf(survivors, n)), new FeatureMatrix(features.schema(), kept, cells));
    }
}
