package io.shelfwright.learning.training;

/** How training allows for cards that were not looked at, where it is not known what was seen. */
public enum PositionCorrection {
    /** Not at all: the model learns where the last one put its cards. */
    NONE,
    /** A card with a reaction stands for 1/examination cards (Joachims, Swaminathan, Schnabel 2017). */
    INVERSE_EXAMINATION,
    /** The place is an input in training and the first place in serving: an additive logit that is no part of the model. */
    INPUT
}
