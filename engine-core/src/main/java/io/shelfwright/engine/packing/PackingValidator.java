package io.shelfwright.engine.packing;

import io.shelfwright.spi.Packing;
import io.shelfwright.spi.PackingProblem;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Checks a packing against every rule of its problem, and adds up its value. */
public final class PackingValidator {
    private static final double TOLERANCE = 1e-9;

    private PackingValidator() {}

    /** Returns what is wrong with a packing, a sentence each; empty for a valid one. */
    public static List<String> violations(PackingProblem problem, Packing packing) {
        return violations(problem, new PackingColumns(problem), packing);
    }

    static List<String> violations(PackingProblem problem, PackingColumns c, Packing packing) {
        List<String> found = new ArrayList<>();
        if (packing.rows().size() != c.rows) {
            found.add("The packing has " + packing.rows().size() + " rows, the page has " + c.rows + ".");
            return found;
        }
        int[] rowOfShelf = new int[c.shelves];
        int[] rowOfItem = new int[c.items];
        Arrays.fill(rowOfShelf, -1);
        Arrays.fill(rowOfItem, -1);
        int before = found.size();
        for (int r = 0; r < c.rows; r++) {
            Packing.Row row = packing.rows().get(r);
            if (row.shelf() >= c.shelves || row.shelf() < -1) {
                found.add("Row " + r + " shows shelf number " + row.shelf() + ", which does not exist.");
            } else if (row.shelf() >= 0) {
                checkRow(problem, r, row, rowOfShelf, rowOfItem, found);
            } else if (row.candidates().length > 0) {
                found.add("Row " + r + " has cards but no shelf.");
            }
        }
        if (found.size() == before) {
            checkArrangement(problem, c, packing, found);
            double value = value(problem, packing);
            if (!(Math.abs(value - packing.value()) <= TOLERANCE * Math.max(1, value))) {
                found.add(
                        "The packing says it is worth " + packing.value() + ", but its cards add up to " + value + ".");
            }
        }
        return found;
    }

    private static void checkRow(
            PackingProblem problem, int r, Packing.Row row, int[] rowOfShelf, int[] rowOfItem, List<String> found) {
        PackingProblem.Shelf shelf = problem.shelves().get(row.shelf());
        String where = "Row " + r + " (shelf " + shelf.id() + ")";
        if (rowOfShelf[row.shelf()] >= 0) {
            found.add(where + " repeats the shelf of row " + rowOfShelf[row.shelf()] + ".");
        }
        rowOfShelf[row.shelf()] = r;
        int cards = row.candidates().length;
        if (cards < Math.max(1, shelf.minCards())) {
            found.add(where + " has " + cards + " cards, its minimum is " + shelf.minCards() + ".");
        }
        if (cards > Math.min(shelf.maxCards(), problem.columns())) {
            found.add(where + " has " + cards + " cards, at most " + Math.min(shelf.maxCards(), problem.columns())
                    + " are allowed.");
        }
        for (int k = 0; k < cards; k++) {
            int candidate = row.candidates()[k];
            if (candidate < 0 || candidate >= shelf.items().length) {
                found.add(where + " shows candidate number " + candidate + ", which does not exist.");
                continue;
            }
            int item = shelf.items()[candidate];
            if (!(shelf.values()[candidate] >= 0) || shelf.values()[candidate] == Double.POSITIVE_INFINITY) {
                found.add(where + " shows item " + item + ", whose value " + shelf.values()[candidate]
                        + " is not a finite number of at least 0.");
            }
            if (rowOfItem[item] >= 0) {
                found.add(where + " shows item " + item + ", which row " + rowOfItem[item] + " shows too.");
            }
            rowOfItem[item] = r;
        }
    }

    private static void checkArrangement(
            PackingProblem problem, PackingColumns c, Packing packing, List<String> found) {
        boolean gap = false;
        int[] kindCounts = new int[c.kinds];
        for (int r = 0; r < c.rows; r++) {
            int s = packing.rows().get(r).shelf();
            if (c.pinned[r] >= 0 && s != c.pinned[r]) {
                found.add("Row " + r + " must show the pinned shelf "
                        + problem.shelves().get(c.pinned[r]).id() + ".");
            }
            if (s < 0) {
                gap = true;
                continue;
            }
            PackingProblem.Shelf shelf = problem.shelves().get(s);
            if (shelf.pinnedRow() != -1 && c.pin[s] != r) {
                found.add("Shelf " + shelf.id() + " is pinned to row " + shelf.pinnedRow() + " but stands in row " + r
                        + ".");
            } else if (gap && c.pin[s] < 0) {
                found.add("Row " + r + " is filled although a row above it is empty.");
            }
            if (++kindCounts[c.kind[s]] == c.quota + 1) {
                found.add("More than " + c.quota + " shelves are of kind " + shelf.kind() + ".");
            }
            int above = r == 0 ? -1 : packing.rows().get(r - 1).shelf();
            if (c.apart && above >= 0 && c.kind[above] == c.kind[s]) {
                found.add("Rows " + (r - 1) + " and " + r + " are both of kind " + shelf.kind() + ".");
            }
        }
    }

    /** Returns the sum of examination times value over the cards of a packing. */
    public static double value(PackingProblem problem, Packing packing) {
        double sum = 0;
        for (int r = 0; r < packing.rows().size(); r++) {
            Packing.Row row = packing.rows().get(r);
            for (int k = 0; k < row.candidates().length; k++) {
                sum += problem.examination()[r][k]
                        * problem.shelves().get(row.shelf()).values()[row.candidates()[k]];
            }
        }
        return sum;
    }
}
