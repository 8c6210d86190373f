package io.shelfwright.sample.simulate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What weekly retraining came to, a ranker and a week at a time. Immutable. */
public final class RetrainingReport {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final long seed;
    private final List<RetrainedWeeks> rankers;

    RetrainingReport(long seed, List<RetrainedWeeks> rankers) {
        this.seed = seed;
        this.rankers = List.copyOf(rankers);
    }

    List<RetrainedWeeks> rankers() {
        return rankers;
    }

    /** Returns the curves as a picture. */
    public String picture() {
        return new RetrainingPicture(rankers).svg();
    }

    /** Returns the report for people. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        for (RetrainedWeeks ranker : rankers) {
            lines.add(ranker.ranker() + ": expected utility a page at the end of each week, "
                    + ranker.weeks().get(0).pages().get(0).utilities().length
                    + " listeners who were never learned from, seed " + seed + "; 95 % intervals");
            lines.add(String.format(
                    Locale.ROOT,
                    "%4s %10s %10s %10s %10s %10s  %-26s %-26s %s",
                    "week",
                    Policy.POPULARITY,
                    Policy.HEURISTICS,
                    Week.FROZEN,
                    Week.RETRAINED,
                    Policy.ORACLE,
                    "retrained - frozen",
                    "retrained - popularity",
                    "new model"));
            ranker.weeks().forEach(week -> lines.add(line(week)));
            lines.add("");
        }
        return lines;
    }

    private static String line(Week week) {
        return String.format(
                Locale.ROOT,
                "%4d %10.4f %10.4f %10s %10s %10.4f  %-26s %-26s %s",
                week.number(),
                mean(week, Policy.POPULARITY),
                mean(week, Policy.HEURISTICS),
                week.hasModel() ? String.format(Locale.ROOT, "%.4f", mean(week, Week.FROZEN)) : "-",
                week.hasModel() ? String.format(Locale.ROOT, "%.4f", mean(week, Week.RETRAINED)) : "-",
                mean(week, Policy.ORACLE),
                week.hasModel() ? text(week.gainOver(Week.FROZEN)) : "-",
                week.hasModel() ? text(week.gainOver(Policy.POPULARITY)) : "-",
                week.published() ? "published" : "not published: " + String.join("; ", week.reasons()));
    }

    private static double mean(Week week, String policy) {
        return week.of(policy).utility().mean();
    }

    private static String text(Interval gain) {
        return String.format(Locale.ROOT, "%+.4f [%+.4f, %+.4f]", gain.mean(), gain.low(), gain.high());
    }

    /** Returns the report for programs. */
    public ObjectNode json() {
        ObjectNode root = JSON.createObjectNode();
        root.put("seed", seed);
        ObjectNode byRanker = root.putObject("rankers");
        for (RetrainedWeeks ranker : rankers) {
            var weeks = byRanker.putArray(ranker.ranker());
            ranker.weeks().forEach(week -> json(week, weeks.addObject()));
        }
        return root;
    }

    private static void json(Week week, ObjectNode node) {
        node.put("week", week.number());
        node.put("logged", week.logged().pages());
        node.put("explored", week.logged().explored());
        node.put("published", week.published());
        week.reasons().forEach(node.withArray("reasons")::add);
        ObjectNode policies = node.putObject("policies");
        week.pages().forEach(one -> {
            ObjectNode policy = policies.putObject(one.policy());
            policy.put("utility", one.utility().mean());
            policy.put("standardError", one.utility().standardError());
        });
        if (week.hasModel()) {
            gain(week.gainOver(Week.FROZEN), node.putObject("againstFrozen"));
            gain(week.gainOver(Policy.POPULARITY), node.putObject("againstPopularity"));
        }
    }

    private static void gain(Interval gain, ObjectNode node) {
        node.put("difference", gain.mean());
        node.put("low", gain.low());
        node.put("high", gain.high());
    }
}
