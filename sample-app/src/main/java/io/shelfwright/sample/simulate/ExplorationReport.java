package io.shelfwright.sample.simulate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What exploration policies lost against the oracle, a policy and a week at a time. Immutable. */
public final class ExplorationReport {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final long seed;
    private final String ranker;
    private final List<ExplorationWeeks> policies;

    ExplorationReport(long seed, String ranker, List<ExplorationWeeks> policies) {
        this.seed = seed;
        this.ranker = ranker;
        this.policies = List.copyOf(policies);
    }

    List<ExplorationWeeks> policies() {
        return policies;
    }

    /** Returns the report for people. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("expected utility a page and regret against the oracle (s.e. over listeners), ranker " + ranker
                + " learned again every week, seed " + seed);
        lines.add(String.format(
                Locale.ROOT,
                "%-16s %5s %7s %7s  %-17s %-17s %12s",
                "exploration",
                "week",
                "pages",
                "drawn",
                "utility",
                "regret a page",
                "regret so far"));
        for (ExplorationWeeks policy : policies) {
            for (ExplorationWeek week : policy.weeks()) {
                lines.add(String.format(
                        Locale.ROOT,
                        "%-16s %5d %7d %7d  %-17s %-17s %12.1f",
                        policy.policy(),
                        week.number(),
                        week.pages(),
                        week.explored(),
                        text(week.utility()),
                        text(week.regret()),
                        week.total()));
            }
        }
        return lines;
    }

    private static String text(Interval interval) {
        return String.format(Locale.ROOT, "%.3f (%.3f)", interval.mean(), interval.standardError());
    }

    /** Returns the report for programs. */
    public ObjectNode json() {
        ObjectNode root = JSON.createObjectNode();
        root.put("seed", seed);
        root.put("ranker", ranker);
        ObjectNode byPolicy = root.putObject("policies");
        for (ExplorationWeeks policy : policies) {
            ObjectNode node = byPolicy.putObject(policy.policy());
            node.put("regret", policy.total());
            var weeks = node.putArray("weeks");
            policy.weeks().forEach(week -> json(week, weeks.addObject()));
        }
        return root;
    }

    private static void json(ExplorationWeek week, ObjectNode node) {
        node.put("week", week.number());
        node.put("pages", week.pages());
        node.put("explored", week.explored());
        node.put("utility", week.utility().mean());
        node.put("utilityStandardError", week.utility().standardError());
        node.put("regret", week.regret().mean());
        node.put("regretStandardError", week.regret().standardError());
        node.put("regretSoFar", week.total());
    }
}
