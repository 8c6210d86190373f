package io.shelfwright.engine.ranking;

import io.shelfwright.api.Explanation.Term;
import io.shelfwright.engine.config.EngineConfig;
import io.shelfwright.engine.plugins.Fault;
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
                    visit.call(STAGE, rule, deadline),
                    () -> {
                        LogFactors sheet = new LogFactors(before, watched(visit, candidates));
                        rule.plugin().adjust(candidates, sheet);
                        return sheet;
                    },
                    LogFactors::fault,
                    visit.journal()::leftOut);
            if (factors.isPresent()) {
                utilities = factors.get().after;
                factors.get().explain(rule.name(), visit, candidates);
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
        private final double[] after;
        private final List<Note> notes = new ArrayList<>();
        private int notFinite;

        LogFactors(double[] utilities, boolean[] watched) {
            this.utilities = utilities;
            this.watched = watched;
            logs = new double[utilities.length];
            after = new double[utilities.length];
        }

        /** Works out the utilities afterwards, and returns what is wrong with them, if anything. */
        Optional<Fault> fault() {
            if (notFinite > 0) {
                return Optional.of(new Fault("not-finite", notFinite + " of its factors are not finite numbers"));
            }
            int impossible = 0;
            for (int c = 0; c < after.length; c++) {
                after[c] = logs[c] == 0
                        ? utilities[c]
                        : bounded(utilities[c] * Math.exp(Math.max(-MAX_LOG, Math.min(MAX_LOG, logs[c]))));
                impossible += Double.isNaN(after[c]) ? 1 : 0;
            }
            return impossible == 0
                    ? Optional.empty()
                    : Optional.of(new Fault("not-finite", impossible + " sums of its factors are not finite numbers"));
        }

        void explain(String rule, Visit visit, CandidateTable candidates) {
            for (Note note : notes) {
                visit.trace()
                        .term(
                                candidates.shelf(note.candidate).id(),
                                new Term("rule", rule, note.logFactor, note.reason));
            }
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
