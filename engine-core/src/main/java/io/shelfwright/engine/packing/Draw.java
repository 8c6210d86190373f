package io.shelfwright.engine.packing;

/**
 * How the card of a slot was chosen.
 *
 * @param propensity probability of the choice given the page before it
 * @param marginal probability that the card stands in its slot over all draws of the page, NaN where it has no closed form
 * @param supportSize cards that could have been drawn
 * @param explored whether it was drawn at all
 */
record Draw(double propensity, double marginal, int supportSize, boolean explored) {
    /** A slot that no draw can change: draws leave out the cards that stand elsewhere. */
    static final Draw NONE = new Draw(1, 1, 1, false);
}
