package io.shelfwright.engine.eligibility;

import io.shelfwright.api.Explanation.Outcome;
import io.shelfwright.engine.config.EngineConfig;
import io.shelfwright.engine.plugins.Instance;
import io.shelfwright.engine.plugins.PluginCalls;
import io.shelfwright.engine.request.CandidateTable;
import io.shelfwright.engine.request.Visit;
import io.shelfwright.spi.FilterRule;
import io.shelfwright.spi.Hidden;
import io.shelfwright.spi.Unwanted;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Arrays;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Third stage: safety filters, which are closed, then what the user does not want, which no setting lets through, then filter
 * rules, which are skipped when they fail.
 */
public final class EligibilityStage {
    private static final String STAGE = "eligibility";

    private final SafetyCheck safety;
    private final PluginCalls calls;
    private final Duration deadline;

    @Inject
    EligibilityStage(SafetyCheck safety, PluginCalls calls, EngineConfig config) {
        this.safety = safety;
        this.calls = calls;
        deadline = config.deadlines().rule();
    }

    /** Returns the candidates that may be shown. */
    public CandidateTable filter(Visit visit, CandidateTable candidates) {
        CandidateTable safe = dropUnwanted(visit, dropUnsafe(visit, candidates));
        for (Instance<FilterRule> rule : visit.generation().filters()) {
            if (!visit.skips(STAGE, rule.name())) {
                safe = apply(rule, visit, safe);
            }
        }
        return safe;
    }

    private CandidateTable dropUnsafe(Visit visit, CandidateTable candidates) {
        int[] places = new int[candidates.catalog().size()];
        int[] items = new int[candidates.size()];
        int count = 0;
        for (int c = 0; c < candidates.size(); c++) {
            int item = candidates.itemIndex(c);
            if (places[item] == 0) {
                items[count++] = item;
                places[item] = count;
            }
        }
        String[] objections = safety.objections(visit, STAGE, Arrays.copyOf(items, count));
        String[] dropped = new String[candidates.size()];
        for (int c = 0; c < candidates.size(); c++) {
            dropped[c] = objections[places[candidates.itemIndex(c)] - 1];
        }
        return keep(visit, candidates, dropped, Outcome.DROPPED_BY_SAFETY, "safety filter ");
    }

    private static CandidateTable dropUnwanted(Visit visit, CandidateTable candidates) {
        Hidden hidden = visit.user().hidden(visit.context().at());
        if (hidden.isEmpty()) {
            return candidates;
        }
        Map<Unwanted, String> words = new IdentityHashMap<>();
        String[] dropped = new String[candidates.size()];
        for (int c = 0; c < candidates.size(); c++) {
            Unwanted unwanted =
                    hidden.mask(candidates.item(c), candidates.shelf(c).id());
            dropped[c] = unwanted == null
                    ? ""
                    : words.computeIfAbsent(
                            unwanted,
                            same -> same.words(
                                    candidates.catalog(), visit.context().zone()));
        }
        return keep(visit, candidates, dropped, Outcome.DROPPED_BY_RULE, "feedback: ");
    }

    private CandidateTable apply(Instance<FilterRule> rule, Visit visit, CandidateTable candidates) {
        Optional<String[]> dropped = calls.call(
                visit.call(STAGE, rule, deadline),
                () -> {
                    String[] reasons = new String[candidates.size()];
                    rule.plugin().filter(candidates, (candidate, reason) -> reasons[candidate] = said(reason));
                    return reasons;
                },
                visit.journal()::leftOut);
        return dropped.map(reasons -> keep(visit, candidates, reasons, Outcome.DROPPED_BY_RULE, rule.name() + ": "))
                .orElse(candidates);
    }

    /** A rule that gives no reason drops all the same. */
    @SuppressWarnings("ConstantValue") // what a plugin gives may be null whatever its signature says
    private static String said(String reason) {
        return reason == null || reason.isBlank() ? "no reason was given" : reason;
    }

    private static CandidateTable keep(
            Visit visit, CandidateTable candidates, String[] dropped, Outcome outcome, String who) {
        int[] kept = new int[candidates.size()];
        int n = 0;
        for (int c = 0; c < candidates.size(); c++) {
            String reason = dropped[c];
            if (reason == null || reason.isEmpty()) {
                kept[n++] = c;
            } else if (visit.trace().watches(candidates.item(c).id())) {
                visit.trace().outcome(candidates.shelf(c).id(), outcome, who + reason);
            }
        }
        return n == candidates.size() ? candidates : candidates.select(Arrays.copyOf(kept, n));
    }
}
