package io.shelfwright.learning.offpolicy;

/** How an importance weight is held back before it is used; lambda is the strength. */
public enum Shrinkage {
    /** The weight itself; lambda is not used. */
    NONE,
    /** At most lambda. */
    CLIP,
    /** The weight up to lambda, nothing above it (Wang, Agarwal, Dudik 2017). */
    SWITCH,
    /** lambda w / (w^2 + lambda), the optimistic shrinkage of Su and others (2020). */
    OPTIMISTIC,
    /** w / (1 - lambda + lambda w), sub-Gaussian for lambda in 0..1 (Metelli, Russo, Restelli 2021). */
    SUB_GAUSSIAN,
    /** No weight at all: the model alone; lambda is not used. */
    DROP;

    /** Returns the weight to use. */
    public double apply(double weight, double lambda) {
        return switch (this) {
            case NONE -> weight;
            case CLIP -> Math.min(weight, lambda);
            case SWITCH -> weight <= lambda ? weight : 0;
            case OPTIMISTIC ->
                lambda == Double.POSITIVE_INFINITY ? weight : lambda * weight / (weight * weight + lambda);
            case SUB_GAUSSIAN -> weight / (1 - lambda + lambda * weight);
            case DROP -> 0;
        };
    }
}
