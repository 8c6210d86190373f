package io.shelfwright.learning.alerts;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.learning.validation.report.MeasurementTrend;
import io.shelfwright.learning.validation.report.ValidationReport;
import io.shelfwright.learning.validation.schema.Severity;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Decides after each run what is told to whom, and tells it: an alert is raised after some bad runs in a row, not told again while it is
 * on unless it becomes more severe, and ended after some good runs in a row.
 *
 * <p>What is on is remembered in {@value #STATE}; a sink that failed gets the same message at the next run. Whatever goes wrong is in the
 * outcome and is never thrown: who validates data wants the verdict. Not thread-safe.
 */
public final class Alerts {
    /** File in the directory {@code validation} beside the experience log. */
    public static final String STATE = "alerts.json";

    private final AlertRules rules;
    private final AlertState state;
    private final Path directory;
    private final InstantSource clock;
    private final List<AlertSink> sinks;

    /**
     * Opens the alerts of a data directory.
     *
     * @param directory where the state is kept; made when there is something to keep
     * @param clock says when something was first seen
     */
    public Alerts(AlertRules rules, Path directory, InstantSource clock) {
        this(rules, directory, clock, AlertSinks.of(rules.settings()));
    }

    Alerts(AlertRules rules, Path directory, InstantSource clock, List<AlertSink> sinks) {
        this.rules = rules;
        this.directory = directory;
        this.clock = clock;
        this.sinks = List.copyOf(sinks);
        state = new AlertState(directory.resolve(STATE));
    }

    /**
     * Takes what a run found. What is on from earlier runs of the same source and is not among it was good this time.
     *
     * @param source what ran, the same word each time; a source only ends alerts of its own
     */
    public AlertOutcome run(String source, List<Signal> found) {
        return run(
                source, found, rules.settings().raiseAfter(), rules.settings().clearAfter());
    }

    /** Keeps the measurements of a validation, and returns its report with the trend of what is a finding. */
    public ValidationReport withTrend(String source, ValidationReport report) {
        return new MeasurementTrend(directory, rules.settings().trendRuns()).add(source, clock.instant(), report);
    }

    /** Does what {@link #run} does for findings that have been through a hysteresis of their own: each is told at once, and its end too. */
    public AlertOutcome runSettled(String source, List<Signal> found) {
        return run(source, found, 1, 1);
    }

    private AlertOutcome run(String source, List<Signal> found, int raiseAfter, int clearAfter) {
        if (sinks.isEmpty()) {
            return AlertOutcome.NONE;
        }
        List<String> problems = new ArrayList<>();
        Instant now = clock.instant();
        List<String> names = sinks.stream().map(AlertSink::name).toList();
        Map<String, AlertEntry> before = own(source, problems);
        Map<String, Signal> bad = byId(source, found);
        Map<String, AlertEntry> after = new TreeMap<>();
        before.forEach((id, entry) -> {
            if (!bad.containsKey(id)) {
                after.put(id, entry.good(clearAfter, names));
            }
        });
        bad.forEach((id, signal) -> after.put(
                id,
                before.getOrDefault(id, AlertEntry.begin(source, signal, now)).bad(signal, now, raiseAfter, names)));
        List<Alert> decided = new ArrayList<>();
        after.forEach((id, entry) -> {
            AlertEntry earlier = before.get(id);
            if (earlier == null ? entry.on() : entry.on() != earlier.on() || entry.latest() != earlier.latest()) {
                decided.add(entry.alert(rules, now));
            }
        });
        sinks.forEach(sink -> tell(sink, after, now, problems));
        keep(source, after, names, problems);
        int on = (int) after.values().stream().filter(AlertEntry::on).count();
        return new AlertOutcome(decided, on, problems);
    }

    /** Where several findings have one name, the worst is told. */
    private Map<String, Signal> byId(String source, List<Signal> found) {
        Severity least = rules.settings().severity();
        Map<String, Signal> bad = new TreeMap<>();
        for (Signal signal : found) {
            if (signal.severity().compareTo(least) >= 0) {
                bad.merge(
                        source + " " + signal.key(),
                        signal,
                        (one, other) -> other.severity().compareTo(one.severity()) > 0 ? other : one);
            }
        }
        return bad;
    }

    private void tell(AlertSink sink, Map<String, AlertEntry> entries, Instant now, List<String> problems) {
        String name = sink.name();
        List<AlertEntry> due = entries.values().stream()
                .filter(entry -> entry.owed().contains(name))
                .toList();
        if (due.isEmpty()) {
            return;
        }
        try {
            sink.send(due.stream().map(entry -> entry.alert(rules, now)).toList());
            due.forEach(entry -> entries.put(entry.id(), entry.paid(name)));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            problems.add(failed(name, due.size(), "interrupted"));
        } catch (IOException | RuntimeException e) {
            problems.add(failed(name, due.size(), e instanceof IOException ? text(e) : e.toString()));
        }
    }

    private static String text(Exception e) {
        return e.getClass() == IOException.class && e.getMessage() != null ? e.getMessage() : e.toString();
    }

    private static String failed(String sink, int messages, String why) {
        return "sink '" + sink + "' failed with " + messages + (messages == 1 ? " message: " : " messages: ") + why
                + "; the next run tries again";
    }

    private Map<String, AlertEntry> own(String source, List<String> problems) {
        Map<String, AlertEntry> own = all(problems);
        own.values().removeIf(entry -> !entry.source().equals(source));
        return own;
    }

    private Map<String, AlertEntry> all(List<String> problems) {
        try {
            return state.read();
        } catch (IOException e) {
            problems.add(directory.resolve(STATE) + " cannot be read (" + e.getMessage()
                    + "); what was on is forgotten, and told anew if it is still bad");
            return new TreeMap<>();
        }
    }

    /** Another source may have run meanwhile: its entries are read again. */
    private void keep(String source, Map<String, AlertEntry> entries, Collection<String> names, List<String> problems) {
        Map<String, AlertEntry> old = all(new ArrayList<>());
        Map<String, AlertEntry> all = new TreeMap<>(old);
        all.values().removeIf(entry -> entry.source().equals(source));
        entries.forEach((id, entry) -> {
            AlertEntry kept = entry.kept(names);
            if (!kept.over()) {
                all.put(id, kept);
            }
        });
        if (all.equals(old)) {
            return;
        }
        try {
            state.write(all);
        } catch (BadRequestException e) {
            problems.add("what is on is not remembered: " + e.getMessage());
        }
    }
}
