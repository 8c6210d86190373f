package io.shelfwright.learning.offpolicy;

/** The probabilities of all rankings of some actions that are drawn one after the other without replacement, by softmax. */
final class PlackettLuce {
    private static final int MOST_RANKINGS = 20_000;
    private static final int MOST_CELLS = 200;

    private final double[] logits;
    private final int slots;

    PlackettLuce(double[] logits, int slots) {
        this.logits = logits;
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
        draw(new int[slots], new boolean[logits.length], 0, 1, visitor);
    }

    private void draw(int[] ranking, boolean[] used, int slot, double probability, Visitor visitor) {
        if (slot == slots) {
            visitor.ranking(ranking, probability);
            return;
        }
        // Scaled and summed anew for what is left: after a strong action it would else be a rounding error, or nothing.
        double strongest = Double.NEGATIVE_INFINITY;
        for (int action = 0; action < logits.length; action++) {
            strongest = used[action] ? strongest : Math.max(strongest, logits[action]);
        }
        double left = 0;
        for (int action = 0; action < logits.length; action++) {
            left += used[action] ? 0 : Math.exp(logits[action] - strongest);
        }
        for (int action = 0; action < logits.length; action++) {
            if (!used[action]) {
                used[action] = true;
                ranking[slot] = action;
                double share = Math.exp(logits[action] - strongest) / left;
                draw(ranking, used, slot + 1, probability * share, visitor);
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
