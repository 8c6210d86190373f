package io.shelfwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.spi.InstanceContext;
import io.shelfwright.spi.Packing;
import io.shelfwright.spi.PackingBudget;
import io.shelfwright.spi.PackingProblem;
import io.shelfwright.spi.PagePacker;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/**
 * What every page packer keeps to, however good its pages are; extend it and make an instance.
 *
 * <p>Checked on seeded pages that are as awkward as they can be. A failure names the seed or the case.
 */
public abstract class PagePackerContract {
    private static final int CASES = 100;
    private static final int STEPS = 20;

    /** Makes the instance under test. */
    protected abstract PagePacker packer(InstanceContext context);

    /** Returns how many objects and elements an instance may come to keep between calls, such as a bounded cache; 0. */
    protected long mayKeep() {
        return 0;
    }

    @Test
    void aPageHasARowForEachRowOfTheGrid() {
        onPages(PageChecks::hasTheShapeOfThePage);
    }

    @Test
    void onlyGivenCardsArePlacedEachItemOnce() {
        onPages(PageChecks::onlyGivenCardsAreThereEachItemOnce);
    }

    @Test
    void aShelfStandsAtMostOnce() {
        onPages(PageChecks::eachShelfStandsOnce);
    }

    @Test
    void aShelfHoldsBetweenItsMinimumAndItsMaximumOfCards() {
        onPages(PageChecks::eachShelfHoldsBetweenItsMinimumAndItsMaximum);
    }

    @Test
    void aPinnedShelfStandsNowhereButInItsRow() {
        onPages(PageChecks::pinnedShelvesStandNowhereElse);
    }

    @Test
    void aPinnedShelfWithEnoughCardsStandsInItsRow() {
        RandomCases.run(CASES, (seed, random) -> {
            PackingProblem problem = SeededProblems.withOnePin(random);
            new PageChecks(problem, make().pack(problem, PackingBudget.steps(STEPS))).thePinnedShelfStandsInItsRow();
        });
    }

    @Test
    void theQuotaOfEachKindOfShelfIsKept() {
        onPages(PageChecks::theQuotaOfEachKindIsKept);
    }

    @Test
    void neighbouringRowsDifferInKindWhereTheyMust() {
        onPages(PageChecks::neighboursDifferInKindWhereTheyMust);
    }

    @Test
    void filledRowsComeFirstButForPins() {
        onPages(PageChecks::filledRowsComeFirstButForPins);
    }

    @Test
    void theValueIsTheSumOfExaminationTimesValue() {
        onPages(PageChecks::theValueIsTheSumOfExaminationTimesValue);
    }

    @Test
    void theSameProblemAndStepsGiveTheSamePageFromAnyInstance() {
        onProblems((packer, problem) -> {
            String first = text(packer, problem);
            assertThat(text(packer, problem)).as("a second call").isEqualTo(first);
            assertThat(text(make(), problem)).as("another instance").isEqualTo(first);
        });
    }

    @Test
    void fourThreadsAtOnceGetTheSamePage() {
        onProblems(CASES / 10, (packer, problem) -> {
            String alone = text(packer, problem);
            assertThat(FourThreads.ask(() -> text(packer, problem)))
                    .as("pages of four threads at once")
                    .containsOnly(alone);
        });
    }

    @Test
    void thePageIsBuiltAgainFromTheStepsThatItTook() {
        onProblems((packer, problem) -> {
            AtomicInteger asked = new AtomicInteger();
            Packing timed = packer.pack(problem, new PackingBudget(STEPS, () -> asked.incrementAndGet() > 3));
            Packing again = packer.pack(problem, PackingBudget.steps(timed.steps()));
            assertThat(PageChecks.text(again))
                    .as("page of %d steps, after one that a clock stopped there", timed.steps())
                    .isEqualTo(PageChecks.text(timed));
        });
    }

    @Test
    void noMoreStepsAreTakenThanTheBudgetAllows() {
        onProblems((packer, problem) -> {
            for (int steps : new int[] {0, 1, STEPS}) {
                assertThat(packer.pack(problem, PackingBudget.steps(steps)).steps())
                        .as("steps of a budget of %d", steps)
                        .isBetween(0L, (long) steps);
            }
        });
    }

    @Test
    void theProblemIsNotChanged() {
        onProblems((packer, problem) -> {
            String before = PageChecks.text(problem);
            packer.pack(problem, PackingBudget.steps(STEPS));
            assertThat(PageChecks.text(problem)).as("the problem").isEqualTo(before);
        });
    }

    @Test
    void emptyTinyHugeAndImpossiblePagesAreNoTrouble() {
        OddProblems.all()
                .forEach((name, problem) -> NamedCase.run(name, () -> {
                    make().pack(problem, PackingBudget.steps(STEPS));
                }));
    }

    @Test
    void nothingIsKeptBetweenCalls() {
        PagePacker packer = make();
        pack(packer, 20);
        long before = StateSize.of(packer);
        pack(packer, 40);
        assertThat(StateSize.of(packer))
                .as("objects and elements that the instance holds after more calls")
                .isLessThanOrEqualTo(before + mayKeep());
    }

    private static void pack(PagePacker packer, int problems) {
        RandomCases.run(problems, (seed, random) -> {
            packer.pack(SeededProblems.draw(random), PackingBudget.steps(STEPS));
        });
    }

    private PagePacker make() {
        return packer(TestContext.of(ContractWorlds.of(0).catalog()));
    }

    private static String text(PagePacker packer, PackingProblem problem) {
        Packing packing = packer.pack(problem, PackingBudget.steps(STEPS));
        return PageChecks.text(packing) + " in " + packing.steps() + " steps";
    }

    private void onPages(Consumer<PageChecks> check) {
        onProblems((packer, problem) -> {
            for (int steps : new int[] {0, STEPS}) {
                check.accept(new PageChecks(problem, packer.pack(problem, PackingBudget.steps(steps))));
            }
        });
    }

    private void onProblems(Check check) {
        onProblems(CASES, check);
    }

    private void onProblems(int cases, Check check) {
        PagePacker packer = make();
        RandomCases.run(cases, (seed, random) -> check.check(packer, SeededProblems.draw(random)));
    }

    private interface Check {
        void check(PagePacker packer, PackingProblem problem) throws Exception;
    }
}
