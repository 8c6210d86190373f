package io.shelfwright.engine.ranking;

import io.shelfwright.engine.config.EngineConfig;
import io.shelfwright.engine.generation.Calibration;
import io.shelfwright.engine.generation.Rung;
import io.shelfwright.engine.plugins.Fault;
import io.shelfwright.engine.plugins.Instance;
import io.shelfwright.engine.plugins.PluginCalls;
import io.shelfwright.engine.request.CandidateTable;
import io.shelfwright.engine.request.Visit;
import io.shelfwright.spi.FeatureMatrix;
import io.shelfwright.spi.Objective;
import io.shelfwright.spi.Ranker;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Takes the first rung that can score every candidate; each one that cannot is a degradation. */
final class RankerLadder {
    private static final String STAGE = "ranking";
    private static final String LAST_RESORT = "expected-engagement";

    private final PluginCalls calls;
    private final Duration deadline;

    @Inject
    RankerLadder(PluginCalls calls, EngineConfig config) {
        this.calls = calls;
        deadline = config.deadlines().ranking();
    }

    Scored score(Visit visit, CandidateTable candidates, FeatureMatrix features) {
        for (Rung rung : visit.generation().ladder()) {
            if (visit.skips(STAGE, rung.name())) {
                continue;
            }
            Optional<Scored> scored = score(STAGE, rung, visit, features);
            if (scored.isPresent()) {
                return scored.get();
            }
        }
        visit.journal()
                .degraded(calls.failure(
                        STAGE,
                        LAST_RESORT,
                        "no-ranker",
                        "no rung of the ladder could score; items rank by expected engagement"));
        return lastResort(candidates);
    }

    /**
     * Returns the scores of one rung, empty when it cannot serve, fails, is late or gives a score that is not finite.
     *
     * @param stage who asks
     */
    Optional<Scored> score(String stage, Rung rung, Visit visit, FeatureMatrix features) {
        Instance<Ranker> ranker = rung.instance();
        if (ranker == null) {
            if (rung.unavailable() != null) {
                calls.metrics().count(STAGE, rung.name(), rung.unavailable().code());
                visit.journal().degraded(rung.unavailable());
            }
            return Optional.empty();
        }
        // The next rung and the log read the rows too, so a rung gets a copy, which costs less than finding out what it
        // changed.
        FeatureMatrix given = copy(features);
        return calls.call(
                visit.call(stage, ranker, deadline),
                () -> scores(rung, ranker.plugin(), given),
                scored -> fault(scored, given, features),
                visit.journal()::leftOut);
    }

    static FeatureMatrix copy(FeatureMatrix features) {
        int cells = features.rows() * features.columns();
        return new FeatureMatrix(features.schema(), features.rows(), Arrays.copyOf(features.values(), cells));
    }

    private static Scored scores(Rung rung, Ranker ranker, FeatureMatrix features) {
        List<String> objectives = List.copyOf(ranker.objectives());
        if (objectives.isEmpty()) {
            throw new IllegalStateException("scores no objective; allowed is at least one");
        }
        float[] logits = new float[features.rows() * objectives.size()];
        ranker.score(features, logits);
        return new Scored(rung, objectives, logits.clone());
    }

    private static Optional<Fault> fault(Scored scored, FeatureMatrix given, FeatureMatrix features) {
        int cells = given.values().length;
        if (Arrays.mismatch(given.values(), 0, cells, features.values(), 0, cells) >= 0) {
            return Optional.of(new Fault("mutated", "changed the feature rows, which it may only read"));
        }
        int bad = notFinite(scored.logits());
        return bad == 0
                ? Optional.empty()
                : Optional.of(new Fault("not-finite", bad + " of its scores are not finite numbers"));
    }

    private static int notFinite(float[] logits) {
        int bad = 0;
        for (float logit : logits) {
            if (!(Math.abs(logit) <= Float.MAX_VALUE)) {
                bad++;
            }
        }
        return bad;
    }

    private static Scored lastResort(CandidateTable candidates) {
        float[] logits = new float[candidates.size()];
        for (int c = 0; c < logits.length; c++) {
            double mean = candidates.catalog().statistics().expectedEngagement(candidates.itemIndex(c));
            double bounded = Math.min(0.99, Math.max(0.001, mean));
            logits[c] = (float) Math.log(bounded / (1 - bounded));
        }
        return new Scored(new Rung(LAST_RESORT, null, Calibration.IDENTITY, null), List.of(Objective.STREAM), logits);
    }
}
