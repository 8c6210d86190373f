package io.shelfwright.learning.offpolicy;

import java.util.Arrays;

/** The probabilities of all rankings of some actions that are drawn one after the other without replacement, by softmax. */
final class PlackettLuce {
    private static final int MOST_RANKINGS = 20_000;
    private static final int MOST_CELLS = 200;

    private final double[] odds;
    private final int slots;

    PlackettLuce(double[] logits, int slots) {
        double max = Moments.max(logits);
        odds = new double[logits.length];
        Arrays.setAll(odds, action -> Math.exp(logits[action] - max));
        this.slots = slots;
    }

    /** Returns whether the rankings are few enough to go through them for every slate. */
    static boolean enumerable(int actions, int slots) {
        long rankings = 1;
        for (int slot = 0; slot < slots && rankings <= MOST_RANKINGS; slot++) {
            rankings *= actions - slot;
        }
        return rankings <= MOST_RANKINGS && actions * slots <= MOST_CELLS;
    }

    /** Gives every ranking with its probability; the array is the same each time. */
    void forEach(Visitor visitor) {
        draw(new int[slots], new boolean[odds.length], 0, 1, visitor);
    }

    private void draw(int[] ranking, boolean[] used, int slot, double probability, Visitor visitor) {
        if (slot == slots) {
            visitor.ranking(ranking, probability);
            return;
        }
        // Summed anew, not counted down: what is left after a strong action must not be a rounding error.
        double left = 0;
        for (int action = 0; action < odds.length; action++) {
            left += used[action] ? 0 : odds[action];
        }
        if (!(left > 0)) {
            return;
        }
        for (int action = 0; action < odds.length; action++) {
            if (!used[action]) {
                used[action] = true;
                ranking[slot] = action;
                draw(ranking, used, slot + 1, probability * odds[action] / left, visitor);
                used[action] = false;
            }
        }
    }

    /** Takes a ranking and its probability. */
    @FunctionalInterface
    interface Visitor {
        void ranking(int[] ranking, double probability);
    }
}
