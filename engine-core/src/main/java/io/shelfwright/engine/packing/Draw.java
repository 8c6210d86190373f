package io.shelfwright.engine.packing;

/**
 * How the card of a slot was chosen.
 *
 * @param propensity probability of the choice given the page before it
 * @param supportSize cards that could have been drawn
 * @param explored whether it was drawn at all
 */
record Draw(double propensity, int supportSize, boolean explored) {
    static final Draw NONE = new Draw(1, 1, false);
}
