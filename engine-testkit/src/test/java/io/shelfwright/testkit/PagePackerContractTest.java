package io.shelfwright.testkit;

import io.shelfwright.spi.InstanceContext;
import io.shelfwright.spi.Packing;
import io.shelfwright.spi.PackingBudget;
import io.shelfwright.spi.PackingProblem;
import io.shelfwright.spi.PagePacker;
import io.shelfwright.testkit.GreedyPacker.Sin;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

class PagePackerContractTest {

    @ExtendWith(OnlyOnPurpose.class)
    static class Suspect extends PagePackerContract {
        @Override
        protected PagePacker packer(InstanceContext context) {
            return Suspects.<Supplier<PagePacker>>present().get();
        }
    }

    private static final class But extends GreedyPacker {
        private final Deed deed;
        private final Thread maker = Thread.currentThread();
        private final List<Integer> seen = new CopyOnWriteArrayList<>();

        But(Deed deed) {
            super(null);
            this.deed = deed;
        }

        @Override
        public Packing pack(PackingProblem problem, PackingBudget budget) {
            return deed.apply(this, problem, budget, super.pack(problem, budget));
        }
    }

    private interface Deed {
        Packing apply(But self, PackingProblem problem, PackingBudget budget, Packing page);
    }

    private static Supplier<PagePacker> but(Deed deed) {
        return () -> new But(deed);
    }

    private static Supplier<PagePacker> sinning(Sin sin) {
        return () -> new GreedyPacker(sin);
    }

    private static Packing empty(PackingProblem problem) {
        return new Packing(Collections.nCopies(problem.rows(), Packing.Row.EMPTY), 0, 0);
    }

    private static Packing withAnotherRow(Packing page) {
        List<Packing.Row> rows = new ArrayList<>(page.rows());
        rows.add(Packing.Row.EMPTY);
        return new Packing(rows, page.value(), page.steps());
    }

    private static void negateZeros(PackingProblem problem) {
        for (PackingProblem.Shelf shelf : problem.shelves()) {
            for (int i = 0; i < shelf.values().length; i++) {
                if (shelf.values()[i] == 0) {
                    shelf.values()[i] = -0.0;
                }
            }
        }
    }

    @TestFactory
    Stream<DynamicTest> everySentenceFindsThePackerThatBreaksIt() {
        return Suspects.<Supplier<PagePacker>>of(Suspect.class, () -> new GreedyPacker(null))
                .breaks("aPageHasARowForEachRowOfTheGrid", but((self, problem, budget, page) -> withAnotherRow(page)))
                .breaks("onlyGivenCardsArePlacedEachItemOnce", sinning(Sin.REPEATS_ITEMS))
                .breaks("aShelfStandsAtMostOnce", sinning(Sin.REPEATS_SHELVES))
                .breaks("aShelfHoldsBetweenItsMinimumAndItsMaximumOfCards", sinning(Sin.IGNORES_MINIMA))
                .breaks("aPinnedShelfStandsNowhereButInItsRow", sinning(Sin.IGNORES_PINS))
                .breaks("aPinnedShelfWithEnoughCardsStandsInItsRow", sinning(Sin.LEAVES_OUT_PINNED_SHELVES))
                .breaks("theQuotaOfEachKindOfShelfIsKept", sinning(Sin.IGNORES_QUOTA))
                .breaks("neighbouringRowsDifferInKindWhereTheyMust", sinning(Sin.IGNORES_NEIGHBOURS))
                .breaks("filledRowsComeFirstButForPins", sinning(Sin.LEAVES_GAPS))
                .breaks(
                        "theValueIsTheSumOfExaminationTimesValue",
                        but((self, problem, budget, page) -> new Packing(page.rows(), page.value() + 0.01, 0)))
                .breaks(
                        "theSameProblemAndStepsGiveTheSamePageFromAnyInstance",
                        but((self, problem, budget, page) ->
                                FirstComers.isFirst(problem, self) ? page : empty(problem)))
                .breaks(
                        "fourThreadsAtOnceGetTheSamePage",
                        but((self, problem, budget, page) ->
                                Thread.currentThread() == self.maker ? page : empty(problem)))
                .breaks("thePageIsBuiltAgainFromTheStepsThatItTook", but((self, problem, budget, page) -> {
                    for (int i = 0; i < 5; i++) {
                        if (budget.expired().getAsBoolean()) {
                            return empty(problem);
                        }
                    }
                    return page;
                }))
                .breaks(
                        "noMoreStepsAreTakenThanTheBudgetAllows",
                        but((self, problem, budget, page) ->
                                new Packing(page.rows(), page.value(), budget.maxSteps() + 1)))
                .breaks("theProblemIsNotChanged", but((self, problem, budget, page) -> {
                    negateZeros(problem);
                    return page;
                }))
                .breaks("emptyTinyHugeAndImpossiblePagesAreNoTrouble", but((self, problem, budget, page) -> {
                    if (problem.itemCount() == 0) {
                        throw new IllegalArgumentException("nothing to pack");
                    }
                    return page;
                }))
                .breaks("nothingIsKeptBetweenCalls", but((self, problem, budget, page) -> {
                    self.seen.add(problem.rows());
                    return page;
                }))
                .tests();
    }
}
