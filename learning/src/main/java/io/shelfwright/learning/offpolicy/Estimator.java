package io.shelfwright.learning.offpolicy;

import java.util.ArrayList;
import java.util.List;

/**
 * An estimator of what a policy earns a round: the mean of {@code expected + s(w) (reward - shown)}.
 *
 * <p>{@code s} is the shrinkage of the importance weight w; {@code shown} and {@code expected} are a regression model's rewards of
 * the shown action and of the policy, left out (0) in the pure weighting estimators. The self-normalised forms divide by the mean
 * weight of the same rounds; their standard error takes that mean as given, see {@link #deltaMethodError}.
 *
 * @param name as in the reports
 * @param shrinkage how weights are held back
 * @param lambda strength of the shrinkage
 * @param modelled whether the regression model takes part
 * @param selfNormalised whether to divide by the mean weight
 */
public record Estimator(String name, Shrinkage shrinkage, double lambda, boolean modelled, boolean selfNormalised) {

    /** Returns the estimators that every report has, without those that need a model if there is none. */
    public static List<Estimator> standard(boolean withModel) {
        List<Estimator> all = new ArrayList<>();
        all.add(new Estimator("IPW", Shrinkage.NONE, 0, false, false));
        for (int lambda : new int[] {1, 2, 5, 10, 50, 100}) {
            all.add(new Estimator("IPW_clip_" + lambda, Shrinkage.CLIP, lambda, false, false));
        }
        all.add(new Estimator("SNIPW", Shrinkage.NONE, 0, false, true));
        all.add(new Estimator("DM", Shrinkage.DROP, 0, true, false));
        all.add(new Estimator("DR", Shrinkage.NONE, 0, true, false));
        for (int lambda : new int[] {1, 2, 5, 10}) {
            all.add(new Estimator("DR_clip_" + lambda, Shrinkage.CLIP, lambda, true, false));
        }
        all.add(new Estimator("SNDR", Shrinkage.NONE, 0, true, true));
        for (int lambda : new int[] {1, 2, 5, 10}) {
            all.add(new Estimator("SwitchDR_" + lambda, Shrinkage.SWITCH, lambda, true, false));
        }
        for (int lambda : new int[] {1, 10, 100, 1000}) {
            all.add(new Estimator("DRos_" + lambda, Shrinkage.OPTIMISTIC, lambda, true, false));
        }
        for (double lambda : new double[] {0.01, 0.1}) {
            all.add(new Estimator("SGIPW_" + lambda, Shrinkage.SUB_GAUSSIAN, lambda, false, false));
        }
        for (double lambda : new double[] {0.01, 0.1}) {
            all.add(new Estimator("SGDR_" + lambda, Shrinkage.SUB_GAUSSIAN, lambda, true, false));
        }
        return all.stream()
                .filter(estimator -> withModel || !estimator.modelled)
                .toList();
    }

    /** Returns the estimate on the rounds. */
    public Estimate estimate(LoggedRounds rounds) {
        return Estimate.of(terms(rounds));
    }

    /** Returns each round's term; their mean is the estimate. */
    public double[] terms(LoggedRounds rounds) {
        if (modelled && !rounds.modelled()) {
            throw new IllegalArgumentException(name + " needs a regression model's rewards, the rounds have none");
        }
        double scale = selfNormalised ? rounds.meanWeight() : 1;
        double[] terms = new double[rounds.size()];
        for (int i = 0; i < terms.length; i++) {
            double weight = shrinkage.apply(rounds.weight(i), lambda);
            terms[i] = modelled
                    ? rounds.expected(i) + weight * (rounds.reward(i) - rounds.shown(i)) / scale
                    : weight * rounds.reward(i) / scale;
        }
        return terms;
    }

    /** Returns this estimator with another lambda. */
    Estimator with(double otherLambda) {
        return new Estimator(name, shrinkage, otherLambda, modelled, selfNormalised);
    }

    /**
     * Returns the standard error of the self-normalised weighting estimate that also counts the noise of the mean weight.
     *
     * <p>The delta method of a ratio: root of the sum of squared {@code w (reward - estimate)}, by the sum of w.
     */
    public static double deltaMethodError(LoggedRounds rounds) {
        double value = new Estimator("SNIPW", Shrinkage.NONE, 0, false, true)
                .estimate(rounds)
                .value();
        double[] squares = new double[rounds.size()];
        for (int i = 0; i < squares.length; i++) {
            double residual = rounds.weight(i) * (rounds.reward(i) - value);
            squares[i] = residual * residual;
        }
        return Math.sqrt(Moments.sum(squares)) / (rounds.meanWeight() * rounds.size());
    }
}
