package io.shelfwright.testkit;

import io.shelfwright.spi.Packing;
import io.shelfwright.spi.PackingBudget;
import io.shelfwright.spi.PackingProblem;
import io.shelfwright.spi.PagePacker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Fills rows from the top with the first shelf that fits; valid unless it is told to sin. */
class GreedyPacker implements PagePacker {

    /** One way to break the rules. */
    enum Sin {
        REPEATS_ITEMS,
        REPEATS_SHELVES,
        IGNORES_MINIMA,
        IGNORES_PINS,
        LEAVES_OUT_PINNED_SHELVES,
        IGNORES_QUOTA,
        IGNORES_NEIGHBOURS,
        LEAVES_GAPS
    }

    private final @Nullable Sin sin;

    GreedyPacker(@Nullable Sin sin) {
        this.sin = sin;
    }

    @Override
    public Packing pack(PackingProblem problem, PackingBudget budget) {
        Page page = new Page(problem);
        for (int shelf = 0; shelf < problem.shelves().size() && sin != Sin.LEAVES_OUT_PINNED_SHELVES; shelf++) {
            int row = pin(problem.shelves().get(shelf));
            if (row >= 0 && row < problem.rows() && page.shelves[row] < 0) {
                page.place(row, shelf);
            }
        }
        boolean full = true;
        for (int row = 0; row < problem.rows() && full; row++) {
            if (page.shelves[row] < 0 && !(sin == Sin.LEAVES_GAPS && row == 0)) {
                full = page.placeAny(row);
            }
        }
        return page.toPacking();
    }

    /** Those that sin against pins do so against all but the shelf whose own sentence asks for it. */
    private int pin(PackingProblem.Shelf shelf) {
        return sin == Sin.IGNORES_PINS && !shelf.id().equals("pinned") ? -1 : shelf.pinnedRow();
    }

    private final class Page {
        private final PackingProblem problem;
        private final int[] shelves;
        private final int[][] cards;
        private final Set<Integer> items = new HashSet<>();
        private final Map<String, Integer> kinds = new HashMap<>();

        Page(PackingProblem problem) {
            this.problem = problem;
            shelves = new int[problem.rows()];
            cards = new int[problem.rows()][0];
            Arrays.fill(shelves, -1);
        }

        boolean placeAny(int row) {
            for (int shelf = 0; shelf < problem.shelves().size(); shelf++) {
                if (pin(problem.shelves().get(shelf)) < 0 && place(row, shelf)) {
                    return true;
                }
            }
            return false;
        }

        boolean place(int row, int number) {
            PackingProblem.Shelf shelf = problem.shelves().get(number);
            boolean there = Arrays.stream(shelves).anyMatch(other -> other == number) && sin != Sin.REPEATS_SHELVES;
            boolean quota =
                    kinds.getOrDefault(shelf.kind(), 0) < problem.maxShelvesPerKind() || sin == Sin.IGNORES_QUOTA;
            if (there || !quota || !differs(shelf, row - 1) || !differs(shelf, row + 1)) {
                return false;
            }
            int[] chosen = choose(shelf);
            if (chosen.length < (sin == Sin.IGNORES_MINIMA ? 1 : shelf.minCards())) {
                return false;
            }
            shelves[row] = number;
            cards[row] = chosen;
            kinds.merge(shelf.kind(), 1, Integer::sum);
            for (int card : chosen) {
                items.add(shelf.items()[card]);
            }
            return true;
        }

        private boolean differs(PackingProblem.Shelf shelf, int row) {
            boolean must = problem.noSameKindNeighbours() && sin != Sin.IGNORES_NEIGHBOURS;
            return !must
                    || row < 0
                    || row >= shelves.length
                    || shelves[row] < 0
                    || !problem.shelves().get(shelves[row]).kind().equals(shelf.kind());
        }

        private int[] choose(PackingProblem.Shelf shelf) {
            int most = Math.min(shelf.maxCards(), problem.columns());
            List<Integer> chosen = new ArrayList<>();
            for (int card = 0; card < shelf.items().length && chosen.size() < most; card++) {
                if (!items.contains(shelf.items()[card]) || sin == Sin.REPEATS_ITEMS) {
                    chosen.add(card);
                }
            }
            return chosen.stream().mapToInt(Integer::intValue).toArray();
        }

        Packing toPacking() {
            List<Packing.Row> rows = new ArrayList<>();
            double value = 0;
            for (int row = 0; row < shelves.length; row++) {
                rows.add(shelves[row] < 0 ? Packing.Row.EMPTY : new Packing.Row(shelves[row], cards[row]));
                for (int column = 0; column < cards[row].length; column++) {
                    double[] values = problem.shelves().get(shelves[row]).values();
                    value += problem.examination()[row][column] * values[cards[row][column]];
                }
            }
            return new Packing(rows, value, 0);
        }
    }
}
