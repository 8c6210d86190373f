package io.shelfwright.engine.ranking;

import io.shelfwright.api.Explanation.Term;
import io.shelfwright.engine.config.EngineConfig;
import io.shelfwright.engine.plugins.Instance;
import io.shelfwright.engine.plugins.PluginCalls;
import io.shelfwright.engine.request.CandidateTable;
import io.shelfwright.engine.request.Visit;
import io.shelfwright.spi.ScoreRule;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Applies the score rules in order, each in log space; one that fails has no effect at all. */
final class ScoreRules {
    private static final String STAGE = "ranking";
    private static final double MAX_LOG = 50;
    private static final double LEAST = 1e-200;
    private static final double MOST = 1e200;

    private final PluginCalls calls;
    private final Duration deadline;

    @Inject
    ScoreRules(PluginCalls calls, EngineConfig config) {
        this.calls = calls;
        deadline = config.deadlines().rule();
    }

    RankedCandidates apply(Visit visit, RankedCandidates ranked) {
        CandidateTable candidates = ranked.candidates();
        double[] utilities = ranked.utilities();
        for (Instance<ScoreRule> rule : visit.generation().scores()) {
            if (visit.skips(STAGE, rule.name())) {
                continue;
            }
            double[] before = utilities;
            Optional<LogFactors> factors = calls.call(
                    STAGE,
                    rule.name(),
                    deadline,
                    () -> {
                        LogFactors sheet = new LogFactors(before, watched(visit, candidates));
                        rule.plugin().adjust(candidates, sheet);
                        return sheet;
                    },
                    visit.journal()::degraded);
            if (factors.isPresent()) {
                utilities = adjusted(rule.name(), visit, candidates, before, factors.get());
            }
        }
        for (int c = 0; visit.trace().on() && c < candidates.size(); c++) {
            if (visit.trace().watches(candidates.item(c).id())) {
                visit.trace().utility(candidates.shelf(c).id(), utilities[c]);
            }
        }
        return new RankedCandidates(
                candidates,
                ranked.features(),
                ranked.ranker(),
                ranked.objectives(),
                ranked.logits(),
                ranked.scores(),
                utilities);
    }

    private double[] adjusted(
            String rule, Visit visit, CandidateTable candidates, double[] before, LogFactors factors) {
        if (factors.notFinite > 0) {
            visit.journal()
                    .degraded(calls.failure(
                            STAGE, rule, "not-finite", factors.notFinite + " of its factors are not finite numbers"));
            return before;
        }
        double[] after = new double[before.length];
        int impossible = 0;
        for (int c = 0; c < after.length; c++) {
            after[c] = factors.logs[c] == 0
                    ? before[c]
                    : bounded(before[c] * Math.exp(Math.max(-MAX_LOG, Math.min(MAX_LOG, factors.logs[c]))));
            impossible += Double.isNaN(after[c]) ? 1 : 0;
        }
        if (impossible > 0) {
            visit.journal()
                    .degraded(calls.failure(
                            STAGE, rule, "not-finite", impossible + " sums of its factors are not finite numbers"));
            return before;
        }
        factors.notes.forEach(note -> visit.trace()
                .term(candidates.shelf(note.candidate).id(), new Term("rule", rule, note.logFactor, note.reason)));
        return after;
    }

    /** Many rules together must not lead out of what log space can hold. */
    private static double bounded(double utility) {
        return Math.max(LEAST, Math.min(MOST, utility));
    }

    private static boolean[] watched(Visit visit, CandidateTable candidates) {
        boolean[] watched = new boolean[visit.trace().on() ? candidates.size() : 0];
        for (int c = 0; c < watched.length; c++) {
            watched[c] = visit.trace().watches(candidates.item(c).id());
        }
        return watched;
    }

    private record Note(int candidate, double logFactor, String reason) {}

    /** What one rule says; utilities are positive here, so a factor below 1 always lowers. */
    private static final class LogFactors implements ScoreRule.Adjustments {
        private final double[] utilities;
        private final boolean[] watched;
        private final double[] logs;
        private final List<Note> notes = new ArrayList<>();
        private int notFinite;

        LogFactors(double[] utilities, boolean[] watched) {
            this.utilities = utilities;
            this.watched = watched;
            logs = new double[utilities.length];
        }

        @Override
        public double utility(int candidate) {
            return utilities[candidate];
        }

        @Override
        public void add(int candidate, double logFactor, String reason) {
            if (!Double.isFinite(logFactor)) {
                notFinite++;
            }
            logs[candidate] += logFactor;
            if (watched.length > 0 && watched[candidate]) {
                notes.add(new Note(candidate, logFactor, reason));
            }
        }
    }
}
