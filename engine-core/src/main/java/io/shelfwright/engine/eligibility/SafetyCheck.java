package io.shelfwright.engine.eligibility;

import io.shelfwright.engine.config.EngineConfig;
import io.shelfwright.engine.plugins.Instance;
import io.shelfwright.engine.plugins.PluginCalls;
import io.shelfwright.engine.request.Visit;
import io.shelfwright.spi.SafetyFilter;
import io.shelfwright.spi.SafetyFilter.Verdict;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * Asks the safety filters: first of all candidates, and again of every card of the finished page.
 *
 * <p>Closed: an item passes only if every filter says {@link Verdict#ALLOWED} in time.
 */
public final class SafetyCheck {
    private static final String STAGE = "eligibility";

    private final PluginCalls calls;
    private final Duration deadline;

    @Inject
    SafetyCheck(PluginCalls calls, EngineConfig config) {
        this.calls = calls;
        deadline = config.deadlines().rule();
    }

    /** Returns why each item may not be shown, empty text where it may. */
    public String[] objections(Visit visit, int[] items) {
        String[] objections = new String[items.length];
        Arrays.fill(objections, "");
        for (Instance<SafetyFilter> filter : visit.generation().safety()) {
            Optional<Answers> answers =
                    visit.skips(STAGE, filter.name()) ? Optional.empty() : ask(filter, visit, items);
            List<Verdict> verdicts = answers.isPresent() ? answers.get().verdicts() : List.of();
            for (int i = 0; i < items.length; i++) {
                Verdict verdict = verdicts.isEmpty() ? Verdict.UNKNOWN : verdicts.get(i);
                if (verdict != Verdict.ALLOWED && objections[i].isEmpty()) {
                    objections[i] = filter.name()
                            + (verdict == Verdict.FORBIDDEN
                                    ? " forbids it"
                                    : " does not know it, and unknown is dropped");
                }
            }
            answers.ifPresent(given -> report(given, filter.name(), visit));
        }
        return objections;
    }

    /** The engine's own filters neither hang nor throw, so they need no thread of their own. */
    private Optional<Answers> ask(Instance<SafetyFilter> filter, Visit visit, int[] items) {
        if (filter.plugin() instanceof BuiltInSafety.Filter own) {
            long start = System.nanoTime();
            Answers answers = ask(own, visit, items);
            calls.metrics().time(STAGE, filter.name(), System.nanoTime() - start);
            return Optional.of(answers);
        }
        return calls.call(
                STAGE, filter.name(), deadline, () -> ask(filter.plugin(), visit, items), visit.journal()::degraded);
    }

    /** Answers of one filter, and the first error it threw. */
    private record Answers(List<Verdict> verdicts, int failures, Optional<RuntimeException> first) {}

    private void report(Answers answers, String filter, Visit visit) {
        answers.first().ifPresent(error -> {
            calls.failed(STAGE, filter, error);
            visit.journal()
                    .degraded(calls.failure(
                            STAGE,
                            filter,
                            "failed",
                            "failed for " + answers.failures() + " items, which were dropped; the first: " + error));
        });
    }

    private static Answers ask(SafetyFilter filter, Visit visit, int[] items) {
        List<Verdict> verdicts = new ArrayList<>(items.length);
        int failures = 0;
        RuntimeException first = null;
        for (int item : items) {
            Verdict verdict = Verdict.UNKNOWN;
            try {
                Verdict answer = filter.check(
                        visit.generation().catalog().item(item), visit.user().profile(), visit.context());
                verdict = answer == null ? Verdict.UNKNOWN : answer;
            } catch (RuntimeException e) {
                failures++;
                first = first == null ? e : first;
            }
            verdicts.add(verdict);
        }
        return new Answers(verdicts, failures, Optional.ofNullable(first));
    }
}
