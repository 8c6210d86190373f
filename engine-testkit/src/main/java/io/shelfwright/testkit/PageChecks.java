package io.shelfwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.spi.Packing;
import io.shelfwright.spi.PackingProblem;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.assertj.core.data.Offset;
import org.jspecify.annotations.Nullable;

/** The promises of a packed page, one a method; a method passes over what another one has to find. */
final class PageChecks {
    private final PackingProblem problem;
    private final Packing packing;

    PageChecks(PackingProblem problem, Packing packing) {
        this.problem = problem;
        this.packing = packing;
    }

    /** Returns the shelf of a row, or null where the row is empty or names no shelf of the problem. */
    private PackingProblem.@Nullable Shelf shelf(int row) {
        int shelf = packing.rows().get(row).shelf();
        return shelf >= 0 && shelf < problem.shelves().size()
                ? problem.shelves().get(shelf)
                : null;
    }

    void hasTheShapeOfThePage() {
        assertThat(packing.rows()).as("rows").hasSize(problem.rows());
        for (Packing.Row row : packing.rows()) {
            assertThat(row.shelf())
                    .as("shelf of a row")
                    .isBetween(-1, problem.shelves().size() - 1);
            if (row.shelf() < 0) {
                assertThat(row.candidates())
                        .as("cards of a row without a shelf")
                        .isEmpty();
            }
        }
    }

    void onlyGivenCardsAreThereEachItemOnce() {
        Set<Integer> items = new HashSet<>();
        forCards((shelf, row, column, candidate) -> {
            assertThat(candidate).as("candidate of shelf %s", shelf.id()).isBetween(0, shelf.items().length - 1);
            assertThat(items.add(shelf.items()[candidate]))
                    .as("item %d is on the page for the first time", shelf.items()[candidate])
                    .isTrue();
        });
    }

    void eachShelfStandsOnce() {
        Set<Integer> shelves = new HashSet<>();
        for (Packing.Row row : packing.rows()) {
            assertThat(row.shelf() < 0 || shelves.add(row.shelf()))
                    .as("shelf %d stands once", row.shelf())
                    .isTrue();
        }
    }

    void eachShelfHoldsBetweenItsMinimumAndItsMaximum() {
        for (int row = 0; row < packing.rows().size(); row++) {
            PackingProblem.Shelf shelf = shelf(row);
            if (shelf != null) {
                assertThat(packing.rows().get(row).candidates().length)
                        .as("cards of shelf %s in row %d", shelf.id(), row)
                        .isBetween(shelf.minCards(), Math.min(shelf.maxCards(), problem.columns()));
            }
        }
    }

    void pinnedShelvesStandNowhereElse() {
        for (int row = 0; row < packing.rows().size(); row++) {
            PackingProblem.Shelf shelf = shelf(row);
            if (shelf != null && shelf.pinnedRow() >= 0) {
                assertThat(row).as("row of shelf %s", shelf.id()).isEqualTo(shelf.pinnedRow());
            }
        }
    }

    void thePinnedShelfStandsInItsRow() {
        for (PackingProblem.Shelf shelf : problem.shelves()) {
            if (shelf.pinnedRow() >= 0) {
                assertThat(shelf(shelf.pinnedRow()))
                        .as("shelf in row %d", shelf.pinnedRow())
                        .isSameAs(shelf);
            }
        }
    }

    void theQuotaOfEachKindIsKept() {
        Map<String, Integer> kinds = new HashMap<>();
        for (int row = 0; row < packing.rows().size(); row++) {
            PackingProblem.Shelf shelf = shelf(row);
            if (shelf != null) {
                assertThat(kinds.merge(shelf.kind(), 1, Integer::sum))
                        .as("shelves of kind %s", shelf.kind())
                        .isLessThanOrEqualTo(problem.maxShelvesPerKind());
            }
        }
    }

    void neighboursDifferInKindWhereTheyMust() {
        for (int row = 1; row < packing.rows().size() && problem.noSameKindNeighbours(); row++) {
            PackingProblem.Shelf above = shelf(row - 1);
            PackingProblem.Shelf shelf = shelf(row);
            if (above != null && shelf != null) {
                assertThat(shelf.kind()).as("kind of row %d", row).isNotEqualTo(above.kind());
            }
        }
    }

    void filledRowsComeFirstButForPins() {
        boolean gap = false;
        for (int row = 0; row < packing.rows().size(); row++) {
            PackingProblem.Shelf shelf = shelf(row);
            if (shelf == null) {
                gap = true;
            } else if (shelf.pinnedRow() < 0) {
                assertThat(gap).as("a row above row %d is empty", row).isFalse();
            }
        }
    }

    void theValueIsTheSumOfExaminationTimesValue() {
        double[] sum = new double[1];
        forCards((shelf, row, column, candidate) -> {
            if (candidate >= 0 && candidate < shelf.values().length && column < problem.columns()) {
                sum[0] += problem.examination()[row][column] * shelf.values()[candidate];
            }
        });
        assertThat(packing.value())
                .as("value that is told")
                .isCloseTo(sum[0], Offset.offset(1e-9 * Math.max(1, sum[0])));
    }

    /** Returns the page as text, to compare. */
    static String text(Packing packing) {
        StringBuilder text = new StringBuilder();
        for (Packing.Row row : packing.rows()) {
            text.append(row.shelf()).append(Arrays.toString(row.candidates())).append(' ');
        }
        return text.append(packing.value()).toString();
    }

    /** Returns a problem as text, to see whether it was changed. */
    static String text(PackingProblem problem) {
        StringBuilder text = new StringBuilder(Arrays.deepToString(problem.examination()));
        for (PackingProblem.Shelf shelf : problem.shelves()) {
            text.append(shelf.id()).append(Arrays.toString(shelf.items())).append(Arrays.toString(shelf.values()));
        }
        return text.toString();
    }

    private void forCards(CardCheck check) {
        for (int row = 0; row < packing.rows().size(); row++) {
            PackingProblem.Shelf shelf = shelf(row);
            int[] candidates = packing.rows().get(row).candidates();
            for (int column = 0; shelf != null && column < candidates.length; column++) {
                check.check(shelf, row, column, candidates[column]);
            }
        }
    }

    private interface CardCheck {
        void check(PackingProblem.Shelf shelf, int row, int column, int candidate);
    }
}
