package io.shelfwright.engine.packing;

import java.util.Arrays;

/**
 * Brings rows to their minimum of cards by passing items along a chain of rows, where free items alone do not suffice.
 *
 * <p>Breadth-first search for an augmenting path (Berge 1957) from the row in need over the rows that own its candidates to a
 * row with a card to spare or a free item. It finds a way whenever one exists, so a failure proves that the rows cannot stand
 * together.
 */
final class CardExchange {
    private final PackingColumns c;
    private final int[] owner;
    private final int[] from;
    private final int[] given;
    private final int[] queue;

    CardExchange(PackingColumns c) {
        this.c = c;
        owner = new int[c.items];
        from = new int[c.rows];
        given = new int[c.rows];
        queue = new int[c.rows];
        Arrays.fill(owner, -1);
    }

    /** Raises every row to its minimum and returns whether that was possible. */
    boolean reachMinima(PageCards page) {
        boolean reached = true;
        own(page);
        for (int r = 0; r < c.rows && reached; r++) {
            while (reached && page.shelf[r] >= 0 && page.count[r] < c.min[page.shelf[r]]) {
                reached = addOne(page, r);
            }
        }
        disown(page);
        return reached;
    }

    /** Gives rows with room the best of their items that nobody has. */
    void fill(PageCards page) {
        own(page);
        for (int r = 0; r < c.rows; r++) {
            int s = page.shelf[r];
            for (int p = s < 0 ? 0 : c.start[s]; s >= 0 && p < c.start[s + 1] && page.count[r] < c.cap[s]; p++) {
                if (owner[c.item[p]] < 0) {
                    page.add(r, p);
                    owner[c.item[p]] = r;
                }
            }
        }
        disown(page);
    }

    private void own(PageCards page) {
        set(page, true);
    }

    private void disown(PageCards page) {
        set(page, false);
    }

    private void set(PageCards page, boolean owned) {
        for (int r = 0; r < c.rows; r++) {
            for (int k = 0; k < page.count[r]; k++) {
                owner[c.item[page.card[r * c.columns + k]]] = owned ? r : -1;
            }
        }
    }

    private boolean addOne(PageCards page, int row) {
        Arrays.fill(from, -1);
        from[row] = row;
        queue[0] = row;
        int tail = 1;
        for (int head = 0; head < tail; head++) {
            int r = queue[head];
            int s = page.shelf[r];
            for (int p = c.start[s]; p < c.start[s + 1]; p++) {
                int other = owner[c.item[p]];
                if (other < 0) {
                    pass(page, row, r, p);
                    return true;
                }
                if (from[other] < 0) {
                    from[other] = r;
                    given[other] = p;
                    if (page.count[other] > c.min[page.shelf[other]]) {
                        take(page, other, c.item[p]);
                        pass(page, row, r, p);
                        return true;
                    }
                    queue[tail++] = other;
                }
            }
        }
        return false;
    }

    /** Gives the position to row r, whose own card then goes to the row that asked for it, and so on back to the first. */
    private void pass(PageCards page, int first, int r, int position) {
        int to = r;
        int p = position;
        while (true) {
            int next = from[to];
            if (to != first) {
                take(page, to, c.item[given[to]]);
            }
            page.add(to, p);
            owner[c.item[p]] = to;
            if (to == first) {
                return;
            }
            p = given[to];
            to = next;
        }
    }

    private void take(PageCards page, int row, int item) {
        for (int k = 0; k < page.count[row]; k++) {
            int p = page.card[row * c.columns + k];
            if (c.item[p] == item) {
                page.remove(row, p);
                return;
            }
        }
    }
}
