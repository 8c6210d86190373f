package io.shelfwright.sample.simulate.cards;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** What each policy of the carousel problem lost against the best lists. Immutable. */
public final class CardReport {
    private static final ObjectMapper JSON = new ObjectMapper();
    /** Rounds at the end that show how good a policy has become. */
    private static final int LAST = 10;

    private final CardOptions options;
    private final CardWorld world;
    private final List<RegretCurve> curves;

    CardReport(CardOptions options, CardWorld world, List<RegretCurve> curves) {
        this.options = options;
        this.world = world;
        this.curves = List.copyOf(curves);
    }

    RegretCurve curve(String policy) {
        return curves.stream()
                .filter(one -> one.policy().equals(policy))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the report for people. */
    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        CardWorld.Figures figures = world.figures();
        lines.add(String.format(
                Locale.ROOT,
                "%,d cards in %d slots, %d of them visible at first; %,d listeners in %d segments; feedback: %s",
                world.cards(),
                options.carousel().slots(),
                options.carousel().visible(),
                world.listeners().size(),
                world.listeners().segmentCount(),
                options.carousel().feedback().word()));
        lines.add(String.format(
                Locale.ROOT,
                "a visit earns %.4f with the best cards of the listener, %.4f with those of the segment, %.4f with the same for all;"
                        + " mean chance of a card %.4f",
                figures.optimum(),
                figures.ofSegments(),
                figures.ofAll(),
                figures.meanProbability()));
        lines.add(String.format(
                Locale.ROOT,
                "cumulative regret, mean and standard deviation over %d seed%s from %d; %,d visits a round",
                options.seeds(),
                options.seeds() == 1 ? "" : "s",
                options.seed(),
                options.visits()));
        int[] at = checkpoints();
        StringBuilder header = new StringBuilder(String.format(Locale.ROOT, "%-34s", "policy"));
        for (int rounds : at) {
            header.append(String.format(Locale.ROOT, "%20s", "round " + rounds));
        }
        lines.add(header.append(String.format(Locale.ROOT, "%12s%14s", "lost", "lost at last"))
                .toString());
        curves.forEach(curve -> lines.add(line(curve, at)));
        for (RegretCurve curve : curves) {
            PropensityHealth health = curve.propensities();
            if (health.draws() > 0) {
                lines.add(String.format(
                        Locale.ROOT,
                        "%s drew %,d slots: mean of 1/(n p) %.4f (s.e. %.4f, 1 if the propensities are right), smallest p %.5f",
                        curve.policy(),
                        health.draws(),
                        health.mean(),
                        health.error(),
                        health.least()));
            }
        }
        return lines;
    }

    private int[] checkpoints() {
        return IntStream.of(options.rounds() / 10, options.rounds() / 2, options.rounds())
                .filter(rounds -> rounds > 0)
                .distinct()
                .toArray();
    }

    private String line(RegretCurve curve, int[] at) {
        StringBuilder line = new StringBuilder(String.format(Locale.ROOT, "%-34s", curve.policy()));
        for (int rounds : at) {
            String spread =
                    options.seeds() == 1 ? "" : String.format(Locale.ROOT, " +- %,.1f", curve.deviation(rounds));
            line.append(String.format(
                    Locale.ROOT, "%20s", String.format(Locale.ROOT, "%,.1f", curve.mean(rounds)) + spread));
        }
        line.append(String.format(Locale.ROOT, "%11.1f%%%13.1f%%", 100 * lost(curve), 100 * lostAtLast(curve)));
        return line.toString();
    }

    /** Returns the regret as a share of what the best lists earn. */
    private double lost(RegretCurve curve) {
        return curve.mean(options.rounds())
                / (options.rounds()
                        * (double) options.visits()
                        * world.figures().optimum());
    }

    private double lostAtLast(RegretCurve curve) {
        int last = Math.min(LAST, options.rounds());
        double regret = curve.mean(options.rounds()) - curve.mean(options.rounds() - last);
        return regret / (last * (double) options.visits() * world.figures().optimum());
    }

    /** Returns the report for programs, with the regret after every round. */
    public ObjectNode json() {
        ObjectNode root = JSON.createObjectNode();
        root.put("cards", world.cards());
        root.put("slots", options.carousel().slots());
        root.put("visible", options.carousel().visible());
        root.put("feedback", options.carousel().feedback().word());
        root.put("listeners", world.listeners().size());
        root.put("segments", world.listeners().segmentCount());
        root.put("rounds", options.rounds());
        root.put("usersPerRound", options.visits());
        root.put("seed", options.seed());
        root.put("seeds", options.seeds());
        ObjectNode figures = root.putObject("aVisitEarns");
        figures.put("best", world.figures().optimum());
        figures.put("bestOfSegments", world.figures().ofSegments());
        figures.put("bestOfAll", world.figures().ofAll());
        figures.put("meanChance", world.figures().meanProbability());
        ObjectNode policies = root.putObject("policies");
        curves.forEach(curve -> json(curve, policies.putObject(curve.policy())));
        return root;
    }

    private void json(RegretCurve curve, ObjectNode node) {
        node.put("regret", curve.mean(options.rounds()));
        if (options.seeds() > 1) {
            node.put("standardDeviation", curve.deviation(options.rounds()));
        }
        node.put("shareLost", lost(curve));
        node.put("shareLostAtLast", lostAtLast(curve));
        ArrayNode bySeed = node.putArray("bySeed");
        for (double[] regret : curve.bySeed()) {
            bySeed.add(regret[regret.length - 1]);
        }
        ArrayNode means = node.putArray("meanByRound");
        ArrayNode deviations = options.seeds() > 1 ? node.putArray("standardDeviationByRound") : null;
        for (int rounds = 1; rounds <= options.rounds(); rounds++) {
            means.add(curve.mean(rounds));
            if (deviations != null) {
                deviations.add(curve.deviation(rounds));
            }
        }
        PropensityHealth health = curve.propensities();
        if (health.draws() > 0) {
            ObjectNode propensities = node.putObject("propensities");
            propensities.put("draws", health.draws());
            propensities.put("meanOfInverse", health.mean());
            propensities.put("standardError", health.error());
            propensities.put("least", health.least());
        }
    }

    /** Returns a picture of the curves, as SVG. */
    public String picture() {
        return new RegretPicture(curves).svg();
    }
}
