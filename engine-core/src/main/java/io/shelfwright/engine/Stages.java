package io.shelfwright.engine;

import io.shelfwright.api.Degradation;
import io.shelfwright.engine.eligibility.EligibilityStage;
import io.shelfwright.engine.features.FeatureStage;
import io.shelfwright.engine.generation.TrialModel;
import io.shelfwright.engine.observe.Metrics;
import io.shelfwright.engine.packing.OddsChain;
import io.shelfwright.engine.packing.PackedPage;
import io.shelfwright.engine.packing.PackingStage;
import io.shelfwright.engine.packing.PlacedOdds;
import io.shelfwright.engine.ranking.RankedCandidates;
import io.shelfwright.engine.ranking.RankingStage;
import io.shelfwright.engine.recall.RecallStage;
import io.shelfwright.engine.request.CandidateTable;
import io.shelfwright.engine.request.Visit;
import io.shelfwright.spi.FeatureMatrix;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** The way of a request: each stage once, in order, never back. */
final class Stages {
    private final RecallStage recall;
    private final EligibilityStage eligibility;
    private final FeatureStage features;
    private final RankingStage ranking;
    private final PackingStage packing;
    private final Metrics metrics;

    @Inject
    Stages(
            RecallStage recall,
            EligibilityStage eligibility,
            FeatureStage features,
            RankingStage ranking,
            PackingStage packing,
            Metrics metrics) {
        this.recall = recall;
        this.eligibility = eligibility;
        this.features = features;
        this.ranking = ranking;
        this.packing = packing;
        this.metrics = metrics;
    }

    PackedPage run(Visit visit) {
        CandidateTable proposed = timed("recall", visit, () -> recall.recall(visit));
        visit.journal().left(proposed.size());
        CandidateTable eligible = timed("eligibility", visit, () -> eligibility.filter(visit, proposed));
        visit.journal().left(eligible.size());
        FeatureMatrix rows = timed("features", visit, () -> features.transform(visit, eligible));
        RankedCandidates ranked = timed("ranking", visit, () -> ranking.rank(visit, eligible, rows));
        visit.journal().left(ranked.candidates().size());
        PackedPage page = timed("packing", visit, () -> packing.pack(visit, ranked));
        if (page.rows().isEmpty()) {
            metrics.count("packing", "page", "empty");
            visit.journal()
                    .degraded(new Degradation(
                            "packing",
                            "page",
                            "empty",
                            "no shelf could be filled: " + proposed.size() + " candidates were proposed, "
                                    + eligible.size() + " were eligible"));
        }
        return page;
    }

    /** Goes as far as packing and tells what could be in each slot, instead of drawing it; models score the same candidates too. */
    PlacedOdds odds(Visit visit, OddsChain chain, List<TrialModel> models) {
        CandidateTable eligible = eligibility.filter(visit, recall.recall(visit));
        RankedCandidates ranked = ranking.rank(visit, eligible, features.transform(visit, eligible));
        List<RankedCandidates> trials = new ArrayList<>();
        for (TrialModel model : models) {
            trials.add(ranking.rescore(visit, ranked, model));
        }
        return packing.odds(visit, ranked, trials, chain);
    }

    private <T> T timed(String stage, Visit visit, Supplier<T> work) {
        long start = System.nanoTime();
        T result = work.get();
        long nanos = System.nanoTime() - start;
        visit.journal().took(stage, nanos);
        metrics.time(stage, stage, nanos);
        return result;
    }
}
