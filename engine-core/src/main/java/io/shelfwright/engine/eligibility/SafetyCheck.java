package io.shelfwright.engine.eligibility;

import io.shelfwright.engine.config.EngineConfig;
import io.shelfwright.engine.plugins.Faults;
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
    private final PluginCalls calls;
    private final Duration deadline;

    @Inject
    SafetyCheck(PluginCalls calls, EngineConfig config) {
        this.calls = calls;
        deadline = config.deadlines().rule();
    }

    /**
     * Returns why each item may not be shown, empty text where it may.
     *
     * @param stage who asks; each stage leaves filters out on its own, so that a replay does where the first run did
     */
    public String[] objections(Visit visit, String stage, int[] items) {
        String[] objections = new String[items.length];
        Arrays.fill(objections, "");
        for (Instance<SafetyFilter> filter : visit.generation().safety()) {
            Optional<Answers> answers =
                    visit.skips(stage, filter.name()) ? Optional.empty() : ask(filter, visit, stage, items);
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
            answers.ifPresent(given -> report(given, stage, filter.name(), visit));
        }
        return objections;
    }

    /** The engine's own filters neither hang nor throw, so they need no thread of their own. */
    private Optional<Answers> ask(Instance<SafetyFilter> filter, Visit visit, String stage, int[] items) {
        if (filter.plugin() instanceof BuiltInSafety.Filter own) {
            long start = System.nanoTime();
            Answers answers = ask(own, visit, items);
            calls.metrics().time(stage, filter.name(), System.nanoTime() - start);
            return Optional.of(answers);
        }
        return calls.call(
                visit.call(stage, filter, deadline),
                () -> ask(filter.plugin(), visit, items),
                visit.journal()::leftOut);
    }

    /** Answers of one filter, and the first error it threw. */
    private record Answers(List<Verdict> verdicts, int failures, Optional<RuntimeException> first) {}

    private void report(Answers answers, String stage, String filter, Visit visit) {
        answers.first().ifPresent(error -> {
            calls.failed(stage, filter, error);
            visit.journal()
                    .degraded(calls.failure(
                            stage,
                            filter,
                            "failed",
                            "failed for " + answers.failures() + " items, which were dropped; the first: "
                                    + Faults.text(error)));
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
