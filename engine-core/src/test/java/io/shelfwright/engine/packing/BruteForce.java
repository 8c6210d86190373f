package io.shelfwright.engine.packing;

import io.shelfwright.spi.Packing;
import io.shelfwright.spi.PackingProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** The best page of a tiny problem by trying all of them, checked by nothing but the validator. */
final class BruteForce {
    private final PackingProblem problem;
    private final List<Packing.Row> rows = new ArrayList<>();
    private final boolean[] used;
    private double best = -1;

    private BruteForce(PackingProblem problem) {
        this.problem = problem;
        used = new boolean[problem.itemCount()];
    }

    /** Returns the largest value of a valid page. */
    static double best(PackingProblem problem) {
        BruteForce search = new BruteForce(problem);
        search.fillRow();
        return search.best;
    }

    private void fillRow() {
        if (rows.size() == problem.rows()) {
            Packing page = new Packing(rows, 0, 0);
            double value = PackingValidator.value(problem, page);
            if (value > best
                    && PackingValidator.violations(problem, new Packing(rows, value, 0))
                            .isEmpty()) {
                best = value;
            }
            return;
        }
        rows.add(Packing.Row.EMPTY);
        fillRow();
        rows.remove(rows.size() - 1);
        for (int s = 0; s < problem.shelves().size(); s++) {
            addCard(s, new int[0]);
        }
    }

    private void addCard(int s, int[] cards) {
        PackingProblem.Shelf shelf = problem.shelves().get(s);
        if (cards.length >= shelf.minCards()) {
            rows.add(new Packing.Row(s, cards));
            fillRow();
            rows.remove(rows.size() - 1);
        }
        if (cards.length == Math.min(shelf.maxCards(), problem.columns())) {
            return;
        }
        for (int i = 0; i < shelf.items().length; i++) {
            if (!used[shelf.items()[i]]) {
                used[shelf.items()[i]] = true;
                int[] more = Arrays.copyOf(cards, cards.length + 1);
                more[cards.length] = i;
                addCard(s, more);
                used[shelf.items()[i]] = false;
            }
        }
    }
}
