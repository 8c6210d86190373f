package io.shelfwright.engine.ranking;

import io.shelfwright.api.PluginException;
import io.shelfwright.engine.config.EngineConfig;
import io.shelfwright.engine.generation.Rung;
import io.shelfwright.engine.generation.TrialModel;
import io.shelfwright.engine.plugins.PluginCalls;
import io.shelfwright.engine.request.CandidateTable;
import io.shelfwright.engine.request.Visit;
import io.shelfwright.spi.FeatureMatrix;
import jakarta.inject.Inject;
import java.util.List;

/** Fifth stage: from rows to utilities that are comparable across shelves. */
public final class RankingStage {
    private static final String TRIAL = "trial";

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

    /**
     * Ranks the same candidates by another model, with the same objectives and score rules.
     *
     * @throws PluginException if its scores are not finite numbers
     */
    public RankedCandidates rescore(Visit visit, RankedCandidates ranked, TrialModel model) {
        FeatureMatrix given = RankerLadder.copy(ranked.features());
        List<String> objectives = List.copyOf(model.ranker().objectives());
        float[] logits = new float[given.rows() * objectives.size()];
        model.ranker().score(given, logits);
        for (float logit : logits) {
            if (!Float.isFinite(logit)) {
                throw new PluginException("a model on trial gave a score that is not a finite number");
            }
        }
        Scored scored = new Scored(new Rung(TRIAL, null, model.calibration(), null), objectives, logits);
        return rules.apply(visit, utility.combine(visit, ranked.candidates(), ranked.features(), scored));
    }
}
