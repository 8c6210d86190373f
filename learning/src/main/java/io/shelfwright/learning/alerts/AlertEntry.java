package io.shelfwright.learning.alerts;

import java.time.Instant;
import java.util.Collection;
import java.util.Set;
import java.util.TreeSet;

/**
 * What is remembered of one thing between runs.
 *
 * @param source what ran
 * @param signal of the latest bad run, with the worst severity told
 * @param firstSeen when the first of the bad runs was
 * @param badRuns bad runs since then, 0 when it is over
 * @param goodRuns good runs in a row
 * @param on whether it was raised and not ended
 * @param latest the latest message
 * @param owed sinks that have not got it yet
 */
record AlertEntry(
        String source,
        Signal signal,
        Instant firstSeen,
        int badRuns,
        int goodRuns,
        boolean on,
        AlertStatus latest,
        Set<String> owed) {

    AlertEntry {
        owed = new TreeSet<>(owed);
    }

    static AlertEntry begin(String source, Signal signal, Instant now) {
        return new AlertEntry(source, signal, now, 0, 0, false, AlertStatus.CLEARED, Set.of());
    }

    String id() {
        return source + " " + signal.key();
    }

    /** Returns whether nothing is left to do about it. */
    boolean over() {
        return !on && badRuns == 0 && owed.isEmpty();
    }

    AlertEntry bad(Signal now, Instant time, int raiseAfter, Collection<String> sinks) {
        Instant first = badRuns == 0 ? time : firstSeen;
        boolean worse = on && now.severity().compareTo(signal.severity()) > 0;
        Signal kept = on && !worse ? now.withSeverity(signal.severity()) : now;
        boolean raised = !on && badRuns + 1 >= raiseAfter;
        if (!raised && !worse) {
            return new AlertEntry(source, kept, first, badRuns + 1, 0, on, latest, owed);
        }
        AlertStatus status = raised ? AlertStatus.RAISED : AlertStatus.WORSE;
        return new AlertEntry(source, kept, first, badRuns + 1, 0, true, status, new TreeSet<>(sinks));
    }

    AlertEntry good(int clearAfter, Collection<String> sinks) {
        if (!on) {
            return new AlertEntry(source, signal, firstSeen, 0, 0, false, latest, owed);
        }
        if (goodRuns + 1 < clearAfter) {
            return new AlertEntry(source, signal, firstSeen, badRuns, goodRuns + 1, true, latest, owed);
        }
        // Who was never told that it is on need not hear that it is over.
        Set<String> told = new TreeSet<>(sinks);
        if (latest == AlertStatus.RAISED) {
            told.removeAll(owed);
        }
        return new AlertEntry(source, signal, firstSeen, badRuns, goodRuns + 1, false, AlertStatus.CLEARED, told);
    }

    /** Returns the entry after a sink got the message. */
    AlertEntry paid(String sink) {
        Set<String> left = new TreeSet<>(owed);
        left.remove(sink);
        return new AlertEntry(source, signal, firstSeen, badRuns, goodRuns, on, latest, left);
    }

    /** Returns the entry as the next run finds it: what ended counts from the start. */
    AlertEntry kept(Collection<String> sinks) {
        Set<String> left = new TreeSet<>(owed);
        left.retainAll(sinks);
        return new AlertEntry(
                source, signal, firstSeen, goodRuns > 0 && !on ? 0 : badRuns, on ? goodRuns : 0, on, latest, left);
    }

    Alert alert(AlertRules rules, Instant now) {
        return new Alert(
                latest,
                id(),
                source,
                signal.check(),
                signal.severity(),
                signal.feature(),
                signal.slice(),
                signal.comparison(),
                signal.message(),
                rules.owner(signal),
                rules.runbook(signal),
                firstSeen,
                now,
                badRuns);
    }
}
