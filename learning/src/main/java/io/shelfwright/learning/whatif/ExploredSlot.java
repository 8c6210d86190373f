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
    private static final double MIXED = 0.1;

    double probability(int position) {
        return odds.cards().get(position).probability();
    }

    double score(int position) {
        return odds.cards().get(position).score();
    }

    /**
     * Returns {@code mu^(1-step) pi^step} of every card, normalised.
     *
     * <p>Below a step of 1 a tenth of mu is mixed into pi: a card that the model would never draw has no probability however
     * small the step is otherwise, so that no step is small.
     */
    double[] probabilities(int model, double step) {
        double[] next = odds.trials().get(model).clone();
        double sum = 0;
        for (int position = 0; position < next.length; position++) {
            double logged = probability(position);
            double own = step < 1 ? (1 - MIXED) * next[position] + MIXED * logged : next[position];
            next[position] = Math.pow(logged, 1 - step) * Math.pow(own, step);
            sum += next[position];
        }
        for (int position = 0; position < next.length; position++) {
            next[position] /= sum;
        }
        return next;
    }
}
