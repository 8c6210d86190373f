package io.shelfwright.learning.offpolicy;

import io.shelfwright.api.BadRequestException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;

/** The rows of a slate table in the order of slates and positions, with the checks that span rows. */
final class SlateRows {
    private final NumberTable table;
    private final int[] order;

    private SlateRows(NumberTable table, int[] order) {
        this.table = table;
        this.order = order;
    }

    /** Returns the rows in order, whatever they say. */
    static SlateRows ordered(NumberTable table) {
        return new SlateRows(table, order(table));
    }

    private static int[] order(NumberTable table) {
        double[] slate = table.values("slate_id");
        double[] position = table.values("position");
        Integer[] order = new Integer[table.rows()];
        Arrays.setAll(order, i -> i);
        Arrays.sort(order, Comparator.comparingDouble((Integer i) -> slate[i]).thenComparingDouble(i -> position[i]));
        return Arrays.stream(order).mapToInt(Integer::intValue).toArray();
    }

    /** Returns the rows of a main file, whose slates must be whole. */
    static SlateRows of(NumberTable table) {
        SlateRows rows = ordered(table);
        for (int i = 0; i < rows.size(); i++) {
            boolean first = i == 0 || rows.slate(i) != rows.slate(i - 1);
            double due = first ? 0 : rows.value("position", i - 1) + 1;
            if (rows.value("position", i) != due) {
                throw new BadRequestException(rows.place(i) + " has position " + (long) rows.value("position", i)
                        + " where slate " + (long) rows.slate(i) + " needs " + (long) due
                        + "; a slate has every position once, from 0");
            }
            if (!first && (rows.differs("pscore", i) || rows.differs("eval_pscore", i))) {
                throw new BadRequestException(rows.place(i) + " has another pscore or eval_pscore than the slot above"
                        + " it; both are of the whole slate, so they are the same in all its rows");
            }
        }
        return rows;
    }

    private boolean differs(String column, int i) {
        return value(column, i) != value(column, i - 1);
    }

    LoggedSlates slates() {
        int[] start = new int[size() + 1];
        int count = 0;
        for (int i = 0; i < size(); i++) {
            if (value("position", i) == 0) {
                start[count++] = i;
            }
        }
        start[count] = size();
        return new LoggedSlates(
                Arrays.copyOf(start, count + 1),
                inOrder("reward"),
                weights("pscore"),
                weights("pscore_item_position"),
                weights("pscore_cascade"));
    }

    private double[] weights(String pscore) {
        double[] weights = inOrder("eval_" + pscore);
        double[] logged = inOrder(pscore);
        Arrays.setAll(weights, i -> weights[i] / logged[i]);
        return weights;
    }

    private double[] inOrder(String column) {
        double[] values = table.values(column);
        return Arrays.stream(order).mapToDouble(row -> values[row]).toArray();
    }

    int size() {
        return order.length;
    }

    int row(int i) {
        return order[i];
    }

    double slate(int i) {
        return value("slate_id", i);
    }

    private double value(String column, int i) {
        return table.values(column)[order[i]];
    }

    String place(int i) {
        return table.place(order[i]);
    }

    boolean sameSlot(int i, SlateRows other) {
        return slate(i) == other.slate(i) && value("position", i) == other.value("position", i);
    }

    /** Returns the action of a row, which must be one of the companion's. */
    int action(int i, int actions, Path companion) {
        int action = (int) value("action", i);
        if (action >= actions) {
            throw new BadRequestException(place(i) + " has action " + action + ", but " + companion
                    + " has columns for " + actions + " actions, from 0");
        }
        return action;
    }

    /** Returns the actions of a slate, which must be a ranking of a few actions. */
    int[] ranking(int from, int to, int actions, Path companion) {
        int[] ranking = new int[to - from];
        for (int slot = 0; slot < ranking.length; slot++) {
            ranking[slot] = action(from + slot, actions, companion);
            for (int above = 0; above < slot; above++) {
                if (ranking[above] == ranking[slot]) {
                    throw new BadRequestException(place(from + slot) + " shows action " + ranking[slot]
                            + " a second time in its slate; the logits' policies rank without replacement");
                }
            }
        }
        if (!PlackettLuce.enumerable(actions, ranking.length)) {
            throw new BadRequestException(place(from) + " is a slate of " + ranking.length + " from " + actions
                    + " actions: too many rankings for the pseudoinverse; use --no-logits");
        }
        return ranking;
    }
}
