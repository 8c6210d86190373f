package io.shelfwright.engine.packing;

import io.shelfwright.spi.Packing;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** A page in the making: the shelf of each row and the positions of its cards, best card first. */
final class PageCards {
    final int[] shelf;
    final int[] count;

    /** Cards of row r are at r * columns; each is a position in the columns. */
    final int[] card;

    private final int columns;
    double value;

    PageCards(PackingColumns c) {
        columns = c.columns;
        shelf = new int[c.rows];
        count = new int[c.rows];
        card = new int[c.rows * c.columns];
        Arrays.fill(shelf, -1);
    }

    void copyFrom(PageCards other) {
        System.arraycopy(other.shelf, 0, shelf, 0, shelf.length);
        System.arraycopy(other.count, 0, count, 0, count.length);
        System.arraycopy(other.card, 0, card, 0, card.length);
        value = other.value;
    }

    void clearRow(int row) {
        shelf[row] = -1;
        count[row] = 0;
    }

    /** Adds a card to a row, keeping its cards in the order of their values. */
    void add(int row, int position) {
        int base = row * columns;
        int to = count[row]++;
        while (to > 0 && card[base + to - 1] > position) {
            card[base + to] = card[base + to - 1];
            to--;
        }
        card[base + to] = position;
    }

    void remove(int row, int position) {
        int base = row * columns;
        int from = 0;
        while (card[base + from] != position) {
            from++;
        }
        count[row]--;
        System.arraycopy(card, base + from + 1, card, base + from, count[row] - from);
    }

    /** Sums examination times value over the page, best card in the best slot. */
    void measure(PackingColumns c) {
        double[] weight = c.weights.values();
        double sum = 0;
        for (int r = 0; r < shelf.length; r++) {
            int at = c.weights.at(r, count[r]);
            for (int k = 0; k < count[r]; k++) {
                sum += weight[at + k] * c.value[card[r * columns + k]];
            }
        }
        value = sum;
    }

    Packing toPacking(PackingColumns c, long steps) {
        List<Packing.Row> result = new ArrayList<>(shelf.length);
        for (int r = 0; r < shelf.length; r++) {
            int n = count[r];
            if (shelf[r] < 0 || n == 0) {
                result.add(Packing.Row.EMPTY);
                continue;
            }
            int[] candidates = new int[n];
            for (int k = 0; k < n; k++) {
                candidates[c.weights.column(r, n, k)] = c.source[card[r * columns + k]];
            }
            result.add(new Packing.Row(shelf[r], candidates));
        }
        return new Packing(result, value, steps);
    }
}
