package io.shelfwright.engine.packing;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.spi.Packing;
import io.shelfwright.spi.PackingProblem;
import java.util.List;
import org.junit.jupiter.api.Test;

class PackingValidatorTest {
    private final PackingProblem problem = new PackingProblem(
            3,
            2,
            new double[][] {{1, 0.5}, {0.8, 0.4}, {0.6, 0.3}},
            List.of(shelf("pinned", "a", 0, 0, 1, 2), shelf("b", "b", -1, 2, 3, 4), shelf("c", "a", -1, 5, 6, 7)),
            8,
            1,
            true);

    private static PackingProblem.Shelf shelf(String id, String kind, int pin, int... items) {
        return new PackingProblem.Shelf(id, kind, 2, 2, pin, items, new double[] {0.3, 0.2, 0.1});
    }

    private List<String> check(double value, Packing.Row... rows) {
        return PackingValidator.violations(problem, new Packing(List.of(rows), value, 0));
    }

    private static Packing.Row row(int shelf, int... candidates) {
        return new Packing.Row(shelf, candidates);
    }

    @Test
    void aValidPageHasNoViolations() {
        assertThat(check(0.4 + 0.32, row(0, 0, 1), row(1, 0, 1), Packing.Row.EMPTY))
                .isEmpty();
    }

    @Test
    void everyRuleHasItsSentence() {
        assertThat(check(0.4, row(0, 0, 1))).containsExactly("The packing has 1 rows, the page has 3.");
        assertThat(check(0, row(0, 0, 2), row(1, 0, 1), Packing.Row.EMPTY))
                .containsExactly("Row 1 (shelf b) shows item 2, which row 0 shows too.");
        assertThat(check(0, row(0, 0, 1), row(0, 2, 1), Packing.Row.EMPTY))
                .contains("Row 1 (shelf pinned) repeats the shelf of row 0.");
        assertThat(check(0, row(0, 0), Packing.Row.EMPTY, Packing.Row.EMPTY))
                .containsExactly("Row 0 (shelf pinned) has 1 cards, its minimum is 2.");
        assertThat(check(0, row(0, 0, 1, 2), Packing.Row.EMPTY, Packing.Row.EMPTY))
                .containsExactly("Row 0 (shelf pinned) has 3 cards, at most 2 are allowed.");
        assertThat(check(0, row(0, 0, 3), Packing.Row.EMPTY, row(9)))
                .containsExactly(
                        "Row 0 (shelf pinned) shows candidate number 3, which does not exist.",
                        "Row 2 shows shelf number 9, which does not exist.");
        assertThat(check(0.4, row(1, 0, 1), Packing.Row.EMPTY, Packing.Row.EMPTY))
                .containsExactly("Row 0 must show the pinned shelf pinned.");
        assertThat(check(0.64, row(0, 0, 1), Packing.Row.EMPTY, row(1, 0, 1)))
                .containsExactly("Row 2 is filled although a row above it is empty.");
        assertThat(check(0.72, row(0, 0, 1), row(2, 0, 1), Packing.Row.EMPTY))
                .containsExactly("More than 1 shelves are of kind a.", "Rows 0 and 1 are both of kind a.");
        assertThat(check(Double.NaN, row(0, 0, 1), Packing.Row.EMPTY, Packing.Row.EMPTY))
                .containsExactly("The packing says it is worth NaN, but its cards add up to 0.4.");
    }
}
