package io.shelfwright.engine.packing;

import java.util.Arrays;

/**
 * Prices that make separate decisions of the rows add up to an upper bound of every page.
 *
 * <p>Lagrangian dual of the packing problem. Each relaxed rule says "used at most so often" and has a price: an item (once on
 * the page), a kind (its quota), a kind at a pair of neighbouring rows (once). For any prices of at least 0, what the best priced
 * rows earn, plus price x limit of every rule, is at least the value of the best page. Deflected subgradient steps (Camerini,
 * Fratta, Maffioli 1975) of Polyak's length towards the best page known lower the bound.
 */
final class DualPrices {
    private static final double DEFLECTION = 0.5;
    private static final int PATIENCE = 8;
    private static final double SHORTEN = 0.6;

    private final PackingColumns c;
    private final PricedMatrix matrix;
    private final RowAssignment assignment;
    private final boolean[] mustFill;

    /** Price of each rule; the items come first, so that an item's price is at its number. */
    final double[] price;

    private final double[] move;
    private final int[] use;
    private final int[] active;
    private final boolean[] isActive;
    private int activeCount;

    /** What each shelf earned in each row at the last step's prices, all fees paid; at shelf * rows + row. */
    final double[] net;

    /** Shelves that the last step's prices chose; they may break the relaxed rules. */
    final int[] shelfOfRow;

    /** No row can be worth more, so no price needs to be higher; higher ones would only cost digits. */
    private final double ceiling;

    private double rulesWorth;
    private double bound = Double.POSITIVE_INFINITY;
    private double length = 1;
    private int stale;

    DualPrices(PackingColumns c, PricedMatrix matrix) {
        this.c = c;
        this.matrix = matrix;
        assignment = new RowAssignment(c.rows, c.shelves);
        mustFill = new boolean[c.rows];
        for (int r = 0; r < c.rows; r++) {
            mustFill[r] = c.pinned[r] >= 0;
        }
        int rules = c.items + c.kinds + (c.apart ? c.kinds * Math.max(0, c.rows - 1) : 0);
        price = new double[rules];
        move = new double[rules];
        use = new int[rules];
        active = new int[rules];
        isActive = new boolean[rules];
        shelfOfRow = new int[c.rows];
        net = new double[c.shelves * c.rows];
        double value = 0;
        for (double v : c.value) {
            value = Math.max(value, v);
        }
        double mass = 0;
        for (int r = 0; r < c.rows; r++) {
            mass = Math.max(mass, c.weights.mass(r));
        }
        ceiling = value * mass;
    }

    /** Starts from the prices that an auction ended with. */
    void start(CardAuction auction) {
        for (int i = 0; i < auction.touchedCount(); i++) {
            int j = auction.touched()[i];
            price[j] = auction.price[j];
            activate(j);
        }
    }

    /** Returns the lowest bound so far. */
    double bound() {
        return bound;
    }

    /** Returns an upper bound of every page with these shelves in these rows, at the last step's prices. */
    double bound(int[] shelves) {
        double value = rulesWorth;
        for (int r = 0; r < c.rows; r++) {
            value += shelves[r] < 0 ? 0 : net[shelves[r] * c.rows + r];
        }
        return value;
    }

    /** Returns the present length of steps, 1 at the start; below about 0.001 there is little left to gain. */
    double length() {
        return length;
    }

    /** Works out the bound at the present prices and moves them one step, given the value of a known page. */
    void step(double known) {
        double value = evaluate();
        if (value < bound - 1e-5 * Math.abs(bound)) {
            stale = 0;
        } else if (++stale >= PATIENCE) {
            stale = 0;
            length *= SHORTEN;
        }
        bound = Math.min(bound, value);
        move(value - known);
        forgetUse();
    }

    private double evaluate() {
        matrix.compute(price);
        for (int s = 0; s < c.shelves; s++) {
            for (int r = 0; r < c.rows; r++) {
                double fee = price[c.items + c.kind[s]];
                if (c.apart) {
                    fee += (r > 0 ? price[pair(r - 1, s)] : 0) + (r < c.rows - 1 ? price[pair(r, s)] : 0);
                }
                net[s * c.rows + r] = matrix.earnings[s * c.rows + r] - fee;
                assignment.set(r, s, net[s * c.rows + r]);
            }
        }
        assignment.solve(mustFill, shelfOfRow);
        double value = 0;
        for (int i = 0; i < activeCount; i++) {
            value += price[active[i]] * limit(active[i]);
        }
        rulesWorth = value;
        for (int r = 0; r < c.rows; r++) {
            int s = shelfOfRow[r];
            if (s >= 0) {
                value += net[s * c.rows + r];
                matrix.count(price, s, r, use);
                countShelf(r, s);
            }
        }
        return value;
    }

    private int pair(int row, int shelf) {
        return c.items + c.kinds + row * c.kinds + c.kind[shelf];
    }

    private int limit(int rule) {
        return rule >= c.items && rule < c.items + c.kinds ? c.quota : 1;
    }

    private void countShelf(int r, int s) {
        for (int p = c.start[s]; p < c.start[s + 1]; p++) {
            activateOverused(c.item[p]);
        }
        use[c.items + c.kind[s]]++;
        activateOverused(c.items + c.kind[s]);
        for (int upper = Math.max(0, r - 1); c.apart && upper <= r && upper < c.rows - 1; upper++) {
            use[pair(upper, s)]++;
            activateOverused(pair(upper, s));
        }
    }

    private void activateOverused(int rule) {
        if (use[rule] > limit(rule)) {
            activate(rule);
        }
    }

    private void activate(int rule) {
        if (!isActive[rule]) {
            isActive[rule] = true;
            active[activeCount++] = rule;
        }
    }

    private void move(double gap) {
        double norm = 0;
        for (int i = 0; i < activeCount; i++) {
            int j = active[i];
            double slope = DEFLECTION * move[j] + limit(j) - use[j];
            move[j] = price[j] <= 0 && slope > 0 ? 0 : slope;
            norm += move[j] * move[j];
        }
        double t = gap > 0 ? length * gap / Math.max(1, norm) : 0;
        for (int i = 0; i < activeCount; i++) {
            int j = active[i];
            price[j] = Math.min(ceiling, Math.max(0, price[j] - t * move[j]));
        }
    }

    private void forgetUse() {
        for (int r = 0; r < c.rows; r++) {
            int s = shelfOfRow[r];
            for (int p = s < 0 ? 0 : c.start[s]; s >= 0 && p < c.start[s + 1]; p++) {
                use[c.item[p]] = 0;
            }
        }
        Arrays.fill(use, c.items, use.length, 0);
    }
}
