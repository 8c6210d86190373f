package io.shelfwright.learning.whatif;

import io.shelfwright.engine.SlotOdds;

/**
 * A slot whose card was drawn.
 *
 * @param odds what could be drawn, and what models would draw
 * @param card position of the card that was shown
 * @param reward what it earned
 */
record ExploredSlot(SlotOdds odds, int card, double reward) {

    double probability(int position) {
        return odds.cards().get(position).probability();
    }

    double score(int position) {
        return odds.cards().get(position).score();
    }

    /** Returns {@code mu^(1-step) pi^step} of every card, normalised. */
    double[] probabilities(int model, double step) {
        double[] next = odds.trials().get(model).clone();
        double sum = 0;
        for (int position = 0; position < next.length; position++) {
            next[position] = Math.pow(probability(position), 1 - step) * Math.pow(next[position], step);
            sum += next[position];
        }
        for (int position = 0; position < next.length; position++) {
            next[position] /= sum;
        }
        return next;
    }
}
