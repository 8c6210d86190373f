package io.shelfwright.engine.ranking;

import io.shelfwright.engine.config.EngineConfig;
import io.shelfwright.engine.plugins.PluginCalls;
import io.shelfwright.engine.request.CandidateTable;
import io.shelfwright.engine.request.Visit;
import io.shelfwright.spi.FeatureMatrix;
import jakarta.inject.Inject;

/** Fifth stage: from rows to utilities that are comparable across shelves. */
public final class RankingStage {
    private final RankerLadder ladder;
    private final FirstPhase firstPhase;
    private final UtilityModel utility;
    private final ScoreRules rules;

    @Inject
    RankingStage(RankerLadder ladder, FirstPhase firstPhase, ScoreRules rules, PluginCalls calls, EngineConfig config) {
        this.ladder = ladder;
        this.firstPhase = firstPhase;
        this.rules = rules;
        utility = new UtilityModel(
                config.ranking().settings().objectives(),
                calls,
                config.deadlines().ranking().multipliedBy(10));
    }

    public RankedCandidates rank(Visit visit, CandidateTable candidates, FeatureMatrix features) {
        FirstPhase.Survivors survivors = firstPhase.thin(visit, candidates, features);
        Scored scored = ladder.score(visit, survivors.candidates(), survivors.features());
        RankedCandidates ranked = utility.combine(visit, survivors.candidates(), survivors.features(), scored);
        return rules.apply(visit, ranked);
    }
}
