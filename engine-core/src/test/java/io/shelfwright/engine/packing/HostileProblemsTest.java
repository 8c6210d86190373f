package io.shelfwright.engine.packing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.spi.Packing;
import io.shelfwright.spi.PackingBudget;
import io.shelfwright.spi.PackingProblem;
import io.shelfwright.spi.PagePacker;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Problems that nobody should pose and everybody does. */
class HostileProblemsTest {
    private static final List<PagePacker> PACKERS =
            List.of(new AuctionPagePacker(), new FastPagePacker(), new TopDownPagePacker());

    private static PackingProblem.Shelf shelf(String id, String kind, int min, int pin, int[] items, double... values) {
        return new PackingProblem.Shelf(id, kind, min, 10, pin, items, values);
    }

    private static PackingProblem.Shelf full(String id, String kind, int pin, int firstItem, int count, double value) {
        double[] values = new double[count];
        Arrays.fill(values, value);
        return shelf(
                id, kind, 2, pin, IntStream.range(firstItem, firstItem + count).toArray(), values);
    }

    private static PackingProblem problem(int rows, int columns, int quota, List<PackingProblem.Shelf> shelves) {
        return new PackingProblem(
                rows, columns, SyntheticProblems.examination(rows, columns), shelves, 200, quota, true);
    }

    /** Packs with every packer, checks each page, and returns the shelves of the best packer's rows. */
    private static int[] shelves(PackingProblem problem) {
        for (PagePacker packer : PACKERS) {
            Packing page = packer.pack(problem, PackingBudget.steps(50));
            assertThat(PackingValidator.violations(problem, page))
                    .as(packer.getClass().getSimpleName())
                    .isEmpty();
            assertThat(page.value()).isNotNaN();
        }
        return PACKERS.get(0).pack(problem, PackingBudget.steps(50)).rows().stream()
                .mapToInt(Packing.Row::shelf)
                .toArray();
    }

    @Test
    void noShelvesMakeAnEmptyPage() {
        assertThat(shelves(problem(3, 4, 2, List.of()))).containsExactly(-1, -1, -1);
        assertThat(PackingBound.of(problem(3, 4, 2, List.of()))).isZero();
    }

    @Test
    void aShelfWithTooFewCandidatesIsLeftOutEvenIfPinned() {
        List<PackingProblem.Shelf> shelves =
                List.of(shelf("few", "a", 3, 0, new int[] {1, 2}, 1, 1), full("good", "b", -1, 10, 5, 0.1));
        assertThat(shelves(problem(2, 4, 2, shelves))).containsExactly(1, -1);
    }

    @Test
    void aShelfPinnedBelowThePageIsLeftOut() {
        List<PackingProblem.Shelf> shelves =
                List.of(full("lost", "a", 7, 0, 5, 0.9), full("good", "b", -1, 10, 5, 0.1));
        assertThat(shelves(problem(2, 4, 2, shelves))).containsExactly(1, -1);
    }

    @Test
    void aPinHoldsBelowEmptyRows() {
        assertThat(shelves(problem(4, 4, 2, List.of(full("low", "a", 3, 0, 5, 0.9)))))
                .containsExactly(-1, -1, -1, 0);
    }

    @Test
    void ofTwoPinsToOneRowTheFirstWins() {
        List<PackingProblem.Shelf> shelves =
                List.of(full("first", "a", 0, 0, 5, 0.1), full("second", "b", 0, 10, 5, 0.9));
        assertThat(shelves(problem(2, 4, 2, shelves))).containsExactly(0, -1);
    }

    @Test
    void aPinThatBreaksTheQuotaOrItsNeighbourLosesToTheFirst() {
        List<PackingProblem.Shelf> shelves = List.of(
                full("first", "a", 0, 0, 5, 0.1),
                full("neighbour", "a", 1, 10, 5, 0.9),
                full("third", "a", 2, 20, 5, 0.9));
        assertThat(shelves(problem(3, 4, 1, shelves))).containsExactly(0, -1, -1);
        assertThat(shelves(problem(3, 4, 2, shelves))).containsExactly(0, -1, 2);
    }

    @Test
    void twoPinsThatNeedTheSameItemsShowTheFirst() {
        List<PackingProblem.Shelf> shelves =
                List.of(full("first", "a", 1, 0, 3, 0.1), full("second", "b", 0, 0, 3, 0.9));
        assertThat(shelves(problem(2, 4, 2, shelves))).containsExactly(-1, 0);
    }

    @Test
    void worthlessItemsFillThePageAllTheSame() {
        List<PackingProblem.Shelf> shelves = List.of(full("s0", "a", -1, 0, 5, 0), full("s1", "b", -1, 10, 5, 0));
        PackingProblem problem = problem(2, 4, 2, shelves);
        assertThat(shelves(problem)).containsExactlyInAnyOrder(0, 1);
        assertThat(PackingBound.of(problem)).isZero();
    }

    @Test
    void oneItemOnEveryShelfIsShownOnce() {
        List<PackingProblem.Shelf> shelves = new ArrayList<>();
        for (int s = 0; s < 6; s++) {
            shelves.add(shelf("s" + s, "k" + s, 1, -1, new int[] {5}, 0.1 * (s + 1)));
        }
        assertThat(shelves(problem(4, 3, 2, shelves))).containsExactly(5, -1, -1, -1);
    }

    @Test
    void shelvesThatShareAllTheirItemsSplitThem() {
        List<PackingProblem.Shelf> shelves = new ArrayList<>();
        for (int s = 0; s < 6; s++) {
            shelves.add(full("s" + s, "k" + s, -1, 0, 8, 0.5));
        }
        assertThat(shelves(problem(4, 3, 2, shelves))).endsWith(-1).containsOnlyOnce(-1);
    }

    @Test
    void aShelfIsNeverLongerThanItsMaximum() {
        PackingProblem.Shelf two = new PackingProblem.Shelf(
                "two", "a", 1, 2, -1, new int[] {0, 1, 2, 3}, new double[] {0.4, 0.3, 0.2, 0.1});
        Packing page = PACKERS.get(0).pack(problem(1, 4, 1, List.of(two)), PackingBudget.NONE);
        assertThat(page.rows().get(0).candidates()).containsExactly(0, 1);
    }

    @Test
    void rowsWithoutAShelfStayEmptyAtTheEnd() {
        List<PackingProblem.Shelf> shelves = List.of(full("s0", "a", -1, 0, 5, 0.1), full("s1", "b", -1, 10, 5, 0.2));
        assertThat(shelves(problem(6, 4, 2, shelves))).containsExactly(1, 0, -1, -1, -1, -1);
    }

    @Test
    void theBestCardStandsInTheBestSlotWhereverThatIs() {
        PackingProblem problem = new PackingProblem(
                1,
                3,
                new double[][] {{0.2, 0.9, 0.5}},
                List.of(shelf("s", "a", 1, -1, new int[] {0, 1, 2}, 0.1, 0.2, 0.3)),
                3,
                1,
                false);
        Packing page = PACKERS.get(0).pack(problem, PackingBudget.NONE);
        assertThat(page.rows().get(0).candidates()).containsExactly(0, 2, 1);
        assertThat(page.value()).isEqualTo(0.02 + 0.27 + 0.1, within(1e-12));
    }

    @Test
    void valuesThatAreNoNumbersAreNeverShown() {
        PackingProblem.Shelf bad = shelf(
                "bad",
                "a",
                1,
                -1,
                new int[] {0, 1, 2, 3, 3, 999},
                Double.NaN,
                -1,
                Double.POSITIVE_INFINITY,
                0.3,
                0.9,
                0.5);
        PackingProblem problem = problem(1, 4, 1, List.of(bad));
        assertThat(shelves(problem)).containsExactly(0);
        Packing page = PACKERS.get(0).pack(problem, PackingBudget.NONE);
        assertThat(page.rows().get(0).candidates()).containsExactly(4);
    }

    @Test
    void anExaminationOfTheWrongShapeIsRefusedWithWhatIsAllowed() {
        PackingProblem problem = new PackingProblem(2, 3, new double[2][2], List.of(), 0, 1, false);
        assertThatThrownBy(() -> PACKERS.get(0).pack(problem, PackingBudget.NONE))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("2 rows of 3 columns");
    }

    @Test
    void anExpiredBudgetGivesTheFastPage() {
        PackingProblem problem = SyntheticProblems.large(7);
        Packing page = PACKERS.get(0).pack(problem, new PackingBudget(1000, () -> true));
        assertThat(page.steps()).isZero();
        assertThat(page.value())
                .isEqualTo(PACKERS.get(1).pack(problem, PackingBudget.NONE).value());
    }
}
