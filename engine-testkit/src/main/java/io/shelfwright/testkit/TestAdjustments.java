package io.shelfwright.testkit;

import io.shelfwright.spi.ScoreRule;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects what a score rule does to a batch, as the engine would; not thread-safe. */
public final class TestAdjustments implements ScoreRule.Adjustments {
    private final double[] utilities;
    private final double[] factors;
    private final List<List<String>> reasons = new ArrayList<>();

    private TestAdjustments(double[] utilities) {
        this.utilities = utilities;
        factors = new double[utilities.length];
        for (int i = 0; i < utilities.length; i++) {
            reasons.add(new ArrayList<>());
        }
    }

    /** Returns adjustments for candidates of utility 0.1. */
    public static TestAdjustments of(int candidates) {
        double[] utilities = new double[candidates];
        Arrays.fill(utilities, 0.1);
        return new TestAdjustments(utilities);
    }

    /** Returns adjustments for candidates of these utilities. */
    public static TestAdjustments of(double... utilities) {
        return new TestAdjustments(utilities.clone());
    }

    @Override
    public double utility(int candidate) {
        return utilities[candidate];
    }

    /**
     * Adds to a candidate's log utility.
     *
     * @throws IllegalArgumentException if the factor is not finite or the reason is blank
     */
    @Override
    public void add(int candidate, double logFactor, String reason) {
        if (!Double.isFinite(logFactor)) {
            throw new IllegalArgumentException("log factor of candidate " + candidate + " is " + logFactor);
        }
        if (reason.isBlank()) {
            throw new IllegalArgumentException("the reason for candidate " + candidate + " is blank");
        }
        factors[candidate] += logFactor;
        reasons.get(candidate).add(reason);
    }

    /** Returns the sum of the log factors added to a candidate. */
    public double logFactor(int candidate) {
        return factors[candidate];
    }

    /** Returns what a candidate's utility is multiplied by. */
    public double factor(int candidate) {
        return Math.exp(factors[candidate]);
    }

    /** Returns the reasons given for a candidate, in order. */
    public List<String> reasons(int candidate) {
        return List.copyOf(reasons.get(candidate));
    }
}
