package io.shelfwright.sample.simulate;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shelfwright.api.InteractionType;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a simulation found: what was logged, and what each policy's pages are worth. Immutable. */
public final class SimulationReport {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final long seed;
    private final LoggedPages logged;
    private final List<PolicyPages> policies;

    SimulationReport(long seed, LoggedPages logged, List<PolicyPages> policies) {
        this.seed = seed;
        this.logged = logged;
        this.policies = List.copyOf(policies);
    }

    List<PolicyPages> policies() {
        return policies;
    }

    PolicyPages policy(String name) {
        return policies.stream()
                .filter(one -> one.policy().equals(name))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the report for people. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        if (logged.pages() > 0) {
            lines.add(String.format(
                    Locale.ROOT,
                    "logged %,d pages, %,d cards (%,d drawn), %,d impressions; degraded pages: %,d",
                    logged.pages(),
                    logged.cards(),
                    logged.explored(),
                    logged.reactions(InteractionType.IMPRESSION),
                    logged.degraded()));
        }
        if (policies.isEmpty()) {
            return lines;
        }
        lines.add(String.format(
                Locale.ROOT,
                "expected utility a page, %,d pages for %,d listeners who were never logged, seed %d; 95 %% intervals",
                policies.get(0).pages(),
                policies.get(0).utilities().length,
                seed));
        lines.add(String.format(
                Locale.ROOT,
                "%-12s %17s %8s  %-26s %-26s %7s %8s",
                "policy",
                "utility (s.e.)",
                "streams",
                "against popularity",
                "against heuristics",
                "oracle",
                "pages/s"));
        policies.forEach(one -> lines.add(line(one)));
        return lines;
    }

    /** Returns the report for programs. */
    public ObjectNode json() {
        ObjectNode root = JSON.createObjectNode();
        root.put("seed", seed);
        ObjectNode log = root.putObject("logged");
        log.put("pages", logged.pages());
        log.put("degraded", logged.degraded());
        log.put("cards", logged.cards());
        log.put("explored", logged.explored());
        log.put("impressions", logged.reactions(InteractionType.IMPRESSION));
        log.put("streams", logged.reactions(InteractionType.PLAY));
        log.put("saves", logged.reactions(InteractionType.SAVE));
        log.put("hides", logged.reactions(InteractionType.HIDE));
        log.put("skips", logged.reactions(InteractionType.SKIP));
        ObjectNode rankers = log.putObject("rankers");
        logged.rankers().forEach(rankers::put);
        ObjectNode evaluation = root.putObject("evaluation");
        evaluation.put("pages", policies.isEmpty() ? 0 : policies.get(0).pages());
        evaluation.put("listeners", policies.isEmpty() ? 0 : policies.get(0).utilities().length);
        ObjectNode byPolicy = evaluation.putObject("policies");
        policies.forEach(one -> json(one, byPolicy.putObject(one.policy())));
        return root;
    }

    private void json(PolicyPages one, ObjectNode node) {
        node.put("utility", one.utility().mean());
        node.put("standardError", one.utility().standardError());
        node.put("streams", one.streamsOfPage().mean());
        json(one.gainOver(policy(Policy.POPULARITY)), node.putObject("againstPopularity"));
        json(one.gainOver(policy(Policy.HEURISTICS)), node.putObject("againstHeuristics"));
        node.put("shareOfOracle", shareOfOracle(one));
        node.put("pagesPerSecond", one.pagesPerSecond());
    }

    private static void json(Interval gain, ObjectNode node) {
        node.put("difference", gain.mean());
        node.put("low", gain.low());
        node.put("high", gain.high());
    }

    private String line(PolicyPages one) {
        return String.format(
                Locale.ROOT,
                "%-12s %8.4f (%.4f) %8.3f  %-26s %-26s %6.1f%% %8.1f",
                one.policy(),
                one.utility().mean(),
                one.utility().standardError(),
                one.streamsOfPage().mean(),
                gain(one, policy(Policy.POPULARITY)),
                gain(one, policy(Policy.HEURISTICS)),
                100 * shareOfOracle(one),
                one.pagesPerSecond());
    }

    private static String gain(PolicyPages one, PolicyPages other) {
        if (one.policy().equals(other.policy())) {
            return "-";
        }
        Interval gain = one.gainOver(other);
        return String.format(Locale.ROOT, "%+.4f [%+.4f, %+.4f]", gain.mean(), gain.low(), gain.high());
    }

    private double shareOfOracle(PolicyPages one) {
        return one.utility().mean() / policy(Policy.ORACLE).utility().mean();
    }
}
