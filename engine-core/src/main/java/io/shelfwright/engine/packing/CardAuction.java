package io.shelfwright.engine.packing;

import java.util.Arrays;

/**
 * Chooses the cards of given rows: each slot bids for the items of its row's shelf until nobody is outbid.
 *
 * <p>Forward auction for the assignment problem (Bertsekas 1988) with all prices starting at 0, so that items nobody wants stay
 * free and the result is within slots x eps of the best. A slot with one of its shelf's first {@code min} cards bids even at a
 * loss of up to the reserve, which keeps minima; {@link CardExchange} has the last word about them.
 */
final class CardAuction {
    private final PackingColumns c;
    private final CardExchange exchange;

    /** Price of each item after a run; 0 where nobody bid. */
    final double[] price;

    private final int[] owner;
    private final int[] held;
    private final int[] queue;
    private final int[] touched;
    private int touchedCount;

    CardAuction(PackingColumns c, CardExchange exchange) {
        this.c = c;
        this.exchange = exchange;
        int slots = c.rows * c.columns;
        price = new double[c.items];
        owner = new int[c.items];
        held = new int[slots];
        queue = new int[slots];
        touched = new int[c.items];
        Arrays.fill(owner, -1);
    }

    /** Items with a price, {@link #touchedCount} of them. */
    int[] touched() {
        return touched;
    }

    int touchedCount() {
        return touchedCount;
    }

    /**
     * Fills the rows of the page with cards and measures it.
     *
     * @param eps smallest raise of a bid
     * @return whether every row reached its minimum
     */
    boolean run(PageCards page, double eps) {
        reset();
        int waiting = 0;
        double highest = 0;
        for (int r = 0; r < c.rows; r++) {
            page.count[r] = 0;
            int s = page.shelf[r];
            for (int k = 0; s >= 0 && k < c.cap[s]; k++) {
                queue[waiting++] = r * c.columns + k;
            }
            if (s >= 0) {
                highest = Math.max(highest, c.weights.values()[c.weights.at(r, c.cap[s])] * c.value[c.start[s]]);
            }
        }
        boolean settled = bid(page, waiting, Math.max(eps, 1e-12), 2 * highest);
        boolean complete = true;
        for (int r = 0; r < c.rows; r++) {
            int s = page.shelf[r];
            for (int k = 0; s >= 0 && k < c.cap[s]; k++) {
                if (held[r * c.columns + k] >= 0) {
                    page.add(r, held[r * c.columns + k]);
                }
            }
            complete &= s < 0 || page.count[r] >= c.min[s];
        }
        if (!complete || !settled) {
            complete = exchange.reachMinima(page);
            exchange.fill(page);
        }
        page.measure(c);
        return complete;
    }

    private void reset() {
        for (int i = 0; i < touchedCount; i++) {
            price[touched[i]] = 0;
            owner[touched[i]] = -1;
        }
        touchedCount = 0;
        Arrays.fill(held, -1);
    }

    private boolean bid(PageCards page, int waiting, double eps, double reserve) {
        double[] weight = c.weights.values();
        int head = 0;
        int left = waiting;
        int most = 200 * waiting;
        for (int bids = 0; left > 0; bids++) {
            if (bids > most) {
                return false;
            }
            int slot = queue[head];
            head = head + 1 == waiting ? 0 : head + 1;
            left--;
            int row = slot / c.columns;
            int rank = slot - row * c.columns;
            int s = page.shelf[row];
            double w = weight[c.weights.at(row, c.cap[s]) + rank];
            double best = rank < c.min[s] ? -reserve : 0;
            double second = best;
            int choice = -1;
            for (int p = c.start[s], end = c.start[s + 1]; p < end; p++) {
                double most1 = w * c.value[p];
                if (most1 <= second && choice >= 0) {
                    break;
                }
                double profit = most1 - price[c.item[p]];
                if (profit > best || choice < 0 && profit == best) {
                    second = best;
                    best = profit;
                    choice = p;
                } else if (profit > second) {
                    second = profit;
                }
            }
            if (choice < 0) {
                continue;
            }
            int item = c.item[choice];
            int outbid = owner[item];
            if (outbid >= 0) {
                held[outbid] = -1;
                int tail = head + left;
                queue[tail >= waiting ? tail - waiting : tail] = outbid;
                left++;
            } else {
                touched[touchedCount++] = item;
            }
            owner[item] = slot;
            held[slot] = choice;
            price[item] += best - second + eps;
        }
        return true;
    }
}
