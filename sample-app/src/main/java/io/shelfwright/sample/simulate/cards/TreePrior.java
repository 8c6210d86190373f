package io.shelfwright.sample.simulate.cards;

/**
 * How cards, segments and listeners vary, in views: the chance of a card is Beta distributed around the mean of all cards, that of a
 * segment around the card's, that of a listener around the segment's. The greater a number, the more alike they are.
 *
 * @param mean of all cards, between 0 and 1
 * @param cards views that the mean of all cards is worth for a card
 * @param segments views that a card's own chance is worth for a segment
 * @param listeners views that a segment's chance is worth for a listener; infinite where listeners of a segment are alike
 */
record TreePrior(double mean, double cards, double segments, double listeners) {
    /** Where nothing is known yet. */
    static TreePrior start(boolean ofListeners) {
        return new TreePrior(0.01, 20, 100, ofListeners ? 500 : Double.POSITIVE_INFINITY);
    }

    /** Returns what views of one are worth for another that varies around the same: at most {@code strength}. */
    static double worth(double views, double strength) {
        return Double.isInfinite(strength) ? views : views * strength / (views + strength);
    }
}
