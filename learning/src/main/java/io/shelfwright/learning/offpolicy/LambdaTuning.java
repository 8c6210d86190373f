package io.shelfwright.learning.offpolicy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * Chooses the strength of a shrinkage from the rounds themselves.
 *
 * <p>{@code slope} is SLOPE (Su, Srinath, Krishnamurthy 2020): from the widest interval to the narrowest, the last estimate whose
 * interval still meets all earlier ones. {@code mse} takes the least sum of variance and squared bias bound (Su and others 2020).
 */
public final class LambdaTuning {
    /** The strengths tried, from the strongest to none. */
    static final double[] LAMBDAS = {1, 5, 10, 50, 100, 500, 1000, 5000, 10_000, Double.POSITIVE_INFINITY};

    private static final double DELTA = 0.1;
    private static final double SLOPE_FACTOR = Math.sqrt(6) - 1;
    private static final List<Estimator> FAMILIES = List.of(
            new Estimator("IPW", Shrinkage.CLIP, 0, false, false),
            new Estimator("DR", Shrinkage.CLIP, 0, true, false),
            new Estimator("SwitchDR", Shrinkage.SWITCH, 0, true, false),
            new Estimator("DRos", Shrinkage.OPTIMISTIC, 0, true, false));

    private LambdaTuning() {}

    /** Returns every family's choice by both rules, without those that need a model if there is none; from two rounds. */
    public static List<Tuned> all(LoggedRounds rounds) {
        List<Tuned> tuned = new ArrayList<>();
        for (Estimator family : FAMILIES) {
            if (rounds.size() > 1 && (rounds.modelled() || !family.modelled())) {
                tuned.add(slope(family, rounds));
                tuned.add(mse(family, rounds));
            }
        }
        return tuned;
    }

    /** Returns the family's estimate with the lambda that SLOPE chooses. */
    public static Tuned slope(Estimator family, LoggedRounds rounds) {
        double[] values = new double[LAMBDAS.length];
        double[] widths = new double[LAMBDAS.length];
        for (int i = 0; i < LAMBDAS.length; i++) {
            double[] terms = family.with(LAMBDAS[i]).terms(rounds);
            values[i] = Moments.mean(terms);
            widths[i] = LowerBounds.studentWidth(terms, DELTA);
        }
        List<Integer> widestFirst = IntStream.range(0, LAMBDAS.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -widths[i]).thenComparing(Comparator.reverseOrder()))
                .toList();
        int best = widestFirst.get(0);
        for (int at = 1; at < widestFirst.size(); at++) {
            int next = widestFirst.get(at);
            if (!meetsAll(next, widestFirst.subList(0, at), values, widths)) {
                break;
            }
            best = next;
        }
        return new Tuned(
                family.name() + "_slope",
                LAMBDAS[best],
                family.with(LAMBDAS[best]).estimate(rounds),
                Map.of());
    }

    private static boolean meetsAll(int next, List<Integer> earlier, double[] values, double[] widths) {
        for (int other : earlier) {
            if (!(Math.abs(values[other] - values[next]) <= widths[next] + SLOPE_FACTOR * widths[other])) {
                return false;
            }
        }
        return true;
    }

    /** Returns the family's estimate with the lambda of the least mean squared error; the first of equals. */
    public static Tuned mse(Estimator family, LoggedRounds rounds) {
        Map<Double, Double> scores = new LinkedHashMap<>();
        double bestLambda = Double.POSITIVE_INFINITY;
        double best = meanSquaredError(family.with(bestLambda), rounds);
        for (int i = LAMBDAS.length - 1; i >= 0; i--) {
            double score = meanSquaredError(family.with(LAMBDAS[i]), rounds);
            scores.put(LAMBDAS[i], score);
            if (score < best) {
                best = score;
                bestLambda = LAMBDAS[i];
            }
        }
        return new Tuned(
                family.name() + "_mse", bestLambda, family.with(bestLambda).estimate(rounds), scores);
    }

    private static double meanSquaredError(Estimator estimator, LoggedRounds rounds) {
        int n = rounds.size();
        double[] lost = new double[n];
        double[] squares = new double[n];
        for (int i = 0; i < n; i++) {
            double weight = rounds.weight(i);
            double shown = estimator.modelled() ? rounds.shown(i) : 0;
            lost[i] = (weight - estimator.shrinkage().apply(weight, estimator.lambda())) * (rounds.reward(i) - shown);
            squares[i] = weight * weight;
        }
        double log = Math.log(2 / DELTA);
        double bias = Math.abs(Moments.mean(lost))
                + Math.sqrt(2 * Moments.mean(squares) * log / n)
                + 2 * Moments.max(rounds.weights()) * log / (3 * n);
        return Moments.squaredDeviations(estimator.terms(rounds)) / n / n + bias * bias;
    }

    /**
     * A tuned estimate.
     *
     * @param name family and rule, such as {@code DR_slope}
     * @param lambda what was chosen, infinite for no shrinkage
     * @param estimate with that lambda; its error does not count the choice
     * @param scores mean squared error bound by lambda, empty for SLOPE
     */
    public record Tuned(String name, double lambda, Estimate estimate, Map<Double, Double> scores) {
        public Tuned {
            scores = Collections.unmodifiableMap(new LinkedHashMap<>(scores));
        }
    }
}
