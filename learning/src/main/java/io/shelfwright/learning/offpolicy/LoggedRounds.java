package io.shelfwright.learning.offpolicy;

import java.util.Arrays;

/**
 * Logged rounds of one shown action each, as columns; immutable.
 *
 * <p>A weight is the evaluated policy's probability of the shown action by the probability it was logged with. Without a
 * regression model, the model's rewards are 0.
 */
public final class LoggedRounds {
    private final double[] reward;
    private final double[] weight;
    private final double[] shown;
    private final double[] expected;
    private final boolean modelled;

    private LoggedRounds(double[] reward, double[] weight, double[] shown, double[] expected, boolean modelled) {
        this.reward = reward;
        this.weight = weight;
        this.shown = shown;
        this.expected = expected;
        this.modelled = modelled;
    }

    /**
     * Returns rounds without a regression model.
     *
     * @param reward what was earned
     * @param pscore probability with which the shown action was logged, above 0 and at most 1
     * @param evaluated its probability under the policy to evaluate, 0..1
     * @throws IllegalArgumentException if there is no round, lengths differ or a probability is out of its range
     */
    public static LoggedRounds of(double[] reward, double[] pscore, double[] evaluated) {
        double[] none = new double[reward.length];
        return new LoggedRounds(reward.clone(), weights(reward.length, pscore, evaluated), none, none, false);
    }

    /**
     * Returns rounds with a regression model's rewards.
     *
     * @param shown reward expected of the shown action
     * @param expected reward expected under the policy to evaluate
     * @throws IllegalArgumentException as above
     */
    public static LoggedRounds of(
            double[] reward, double[] pscore, double[] evaluated, double[] shown, double[] expected) {
        double[] weight = weights(reward.length, pscore, evaluated);
        checkLength("shown", reward.length, shown);
        checkLength("expected", reward.length, expected);
        return new LoggedRounds(reward.clone(), weight, shown.clone(), expected.clone(), true);
    }

    /**
     * Returns rounds whose importance weights are known already, with a regression model's rewards.
     *
     * @param weight evaluated policy's probability of the shown action by the logged one, finite and at least 0
     * @throws IllegalArgumentException if there is no round, lengths differ or a weight is out of its range
     */
    public static LoggedRounds weighed(double[] reward, double[] weight, double[] shown, double[] expected) {
        if (reward.length == 0) {
            throw new IllegalArgumentException("there is no round");
        }
        checkLength("weight", reward.length, weight);
        checkLength("shown", reward.length, shown);
        checkLength("expected", reward.length, expected);
        for (int i = 0; i < weight.length; i++) {
            if (!(weight[i] >= 0 && weight[i] < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("weight of round " + i + " is " + weight[i] + ", allowed is from 0");
            }
        }
        return new LoggedRounds(reward.clone(), weight.clone(), shown.clone(), expected.clone(), true);
    }

    private static double[] weights(int rounds, double[] pscore, double[] evaluated) {
        if (rounds == 0) {
            throw new IllegalArgumentException("there is no round");
        }
        checkLength("pscore", rounds, pscore);
        checkLength("evaluated", rounds, evaluated);
        double[] weights = new double[rounds];
        for (int i = 0; i < rounds; i++) {
            if (!(pscore[i] > 0 && pscore[i] <= 1)) {
                throw new IllegalArgumentException("pscore of round " + i + " is " + pscore[i] + ", not in (0, 1]");
            }
            if (!(evaluated[i] >= 0 && evaluated[i] <= 1)) {
                throw new IllegalArgumentException("evaluated of round " + i + " is " + evaluated[i] + ", not in 0..1");
            }
            weights[i] = evaluated[i] / pscore[i];
        }
        return weights;
    }

    private static void checkLength(String name, int rounds, double[] column) {
        if (column.length != rounds) {
            throw new IllegalArgumentException(name + " has " + column.length + " values for " + rounds + " rounds");
        }
    }

    /** Returns the number of rounds. */
    public int size() {
        return reward.length;
    }

    /** Returns whether a regression model's rewards are there. */
    public boolean modelled() {
        return modelled;
    }

    /** Returns a copy of the importance weights. */
    public double[] weights() {
        return weight.clone();
    }

    /**
     * Returns what the policy would have earned a round beyond what was earned: the mean of {@code e + w (r - q) - r}, where
     * the model's rewards e and q are 0 without a model.
     */
    public Estimate gain() {
        double[] terms = new double[size()];
        for (int i = 0; i < terms.length; i++) {
            terms[i] = expected[i] + weight[i] * (reward[i] - shown[i]) - reward[i];
        }
        return Estimate.of(terms);
    }

    /** Returns the first rounds; {@code rounds} is in 1..size. */
    public LoggedRounds first(int rounds) {
        return new LoggedRounds(
                Arrays.copyOf(reward, rounds),
                Arrays.copyOf(weight, rounds),
                Arrays.copyOf(shown, rounds),
                Arrays.copyOf(expected, rounds),
                modelled);
    }

    double reward(int round) {
        return reward[round];
    }

    double weight(int round) {
        return weight[round];
    }

    double shown(int round) {
        return shown[round];
    }

    double expected(int round) {
        return expected[round];
    }

    double meanWeight() {
        return Moments.mean(weight);
    }
}
