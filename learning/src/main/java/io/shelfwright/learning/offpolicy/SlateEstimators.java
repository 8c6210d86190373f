package io.shelfwright.learning.offpolicy;

import java.util.Arrays;

/** Terms of the slate estimators: one a slate, their mean is the estimate of what a slate earns. */
final class SlateEstimators {
    private SlateEstimators() {}

    /** Returns the sums over slots of weight times reward. */
    static double[] weighted(LoggedSlates slates, SlateWeight kind) {
        return sums(slates, slates.weights(kind));
    }

    /** Returns the same with each weight divided by the mean weight of its position. */
    static double[] selfNormalised(LoggedSlates slates, SlateWeight kind) {
        double[] weights = slates.weights(kind).clone();
        for (int position = 0; position < slates.longest(); position++) {
            double mean = Moments.mean(at(slates, weights, position));
            for (int slate = 0; slate < slates.size(); slate++) {
                int row = slates.start(slate) + position;
                if (row < slates.end(slate)) {
                    weights[row] /= mean;
                }
            }
        }
        return sums(slates, weights);
    }

    private static double[] sums(LoggedSlates slates, double[] weights) {
        double[] sums = new double[slates.size()];
        for (int slate = 0; slate < sums.length; slate++) {
            for (int row = slates.start(slate); row < slates.end(slate); row++) {
                sums[slate] += weights[row] * slates.reward(row);
            }
        }
        return sums;
    }

    /**
     * Returns the terms of cascade-DR (Kiyohara and others 2022): at each slot the cascade weight times what the model missed, and the
     * weight of the slots above times what the model expects of the policy.
     */
    static double[] cascadeDoublyRobust(LoggedSlates slates, double[] shown, double[] expected) {
        double[] weights = slates.weights(SlateWeight.CASCADE);
        double[] terms = new double[slates.size()];
        for (int slate = 0; slate < terms.length; slate++) {
            double above = 1;
            for (int row = slates.start(slate); row < slates.end(slate); row++) {
                terms[slate] += weights[row] * (slates.reward(row) - shown[row]) + above * expected[row];
                above = weights[row];
            }
        }
        return terms;
    }

    /** Returns the slates' rewards times their pseudoinverse weights by a scale. */
    static double[] pseudoinverse(LoggedSlates slates, double[] weights, double scale) {
        double[] terms = new double[slates.size()];
        for (int slate = 0; slate < terms.length; slate++) {
            double reward = 0;
            for (int row = slates.start(slate); row < slates.end(slate); row++) {
                reward += slates.reward(row);
            }
            terms[slate] = weights[slate] * reward / scale;
        }
        return terms;
    }

    /** Returns the values of one position, of the slates that are long enough. */
    static double[] at(LoggedSlates slates, double[] values, int position) {
        double[] found = new double[slates.size()];
        int count = 0;
        for (int slate = 0; slate < slates.size(); slate++) {
            int row = slates.start(slate) + position;
            if (row < slates.end(slate)) {
                found[count++] = values[row];
            }
        }
        return Arrays.copyOf(found, count);
    }
}
