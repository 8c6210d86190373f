package io.shelfwright.exploration;

/** Gives every card of a support its probability. */
@FunctionalInterface
interface Distribution {
    /** Returns the probabilities by position in the support; they are at least 0 and sum to 1. */
    double[] probabilities(Support support);
}
