package io.shelfwright.engine.packing;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.spi.Packing;
import io.shelfwright.spi.PackingBudget;
import io.shelfwright.spi.PackingProblem;
import io.shelfwright.spi.PagePacker;
import org.junit.jupiter.api.Test;

/** What must hold for every problem, on thousands of seeded synthetic ones. */
class AwkwardProblemsTest {
    private static final int PROBLEMS = 3000;

    private final PagePacker auction = new AuctionPagePacker();
    private final PagePacker topDown = new TopDownPagePacker();

    @Test
    void everyPageIsValidWhateverThePackerAndTheBudget() {
        for (int seed = 0; seed < PROBLEMS; seed++) {
            PackingProblem problem = SyntheticProblems.awkward(seed, 9, 20, 6, 5);
            for (int steps : new int[] {0, 1, 5, 40}) {
                assertValid(seed, problem, auction.pack(problem, PackingBudget.steps(steps)));
            }
            assertValid(seed, problem, topDown.pack(problem, PackingBudget.NONE));
        }
    }

    @Test
    void moreStepsNeverMakeAPageWorseAndTheSameStepsMakeTheSamePage() {
        for (int seed = 0; seed < PROBLEMS; seed++) {
            PackingProblem problem = SyntheticProblems.awkward(seed, 12, 30, 7, 5);
            double before = 0;
            for (int steps : new int[] {0, 1, 2, 3, 7, 15, 60}) {
                Packing page = auction.pack(problem, PackingBudget.steps(steps));
                assertThat(page.value()).as("seed %s, %s steps", seed, steps).isGreaterThanOrEqualTo(before);
                assertThat(page.steps()).isLessThanOrEqualTo(steps);
                before = page.value();
                if (steps == 7) {
                    assertSame(page, auction.pack(problem, PackingBudget.steps(page.steps())));
                }
            }
        }
    }

    @Test
    void noPageIsWorthMoreThanTheBound() {
        for (int seed = 0; seed < PROBLEMS; seed++) {
            PackingProblem problem = SyntheticProblems.awkward(seed, 9, 20, 6, 5);
            double bound = PackingBound.of(problem);
            assertThat(bound).isFinite();
            assertThat(auction.pack(problem, PackingBudget.steps(60)).value())
                    .as("seed %s", seed)
                    .isLessThanOrEqualTo(bound);
        }
    }

    @Test
    void tinyPagesAreNearlyAlwaysTheBestThereIs() {
        int best = 0;
        double sum = 0;
        int count = 1000;
        for (int seed = 0; seed < count; seed++) {
            PackingProblem problem = SyntheticProblems.awkward(seed, 3, 5, 2, 2);
            double optimum = BruteForce.best(problem);
            double value = auction.pack(problem, PackingBudget.steps(100)).value();
            assertThat(PackingBound.of(problem)).as("seed %s", seed).isGreaterThanOrEqualTo(optimum - 1e-12);
            assertThat(value).as("seed %s", seed).isLessThanOrEqualTo(optimum + 1e-12);
            double ratio = optimum <= 0 ? 1 : value / optimum;
            sum += ratio;
            best += ratio > 1 - 1e-9 ? 1 : 0;
        }
        assertThat(best).isGreaterThanOrEqualTo(count * 98 / 100);
        assertThat(sum / count).isGreaterThan(0.998);
    }

    private static void assertValid(long seed, PackingProblem problem, Packing page) {
        assertThat(PackingValidator.violations(problem, page))
                .as("seed %s", seed)
                .isEmpty();
    }

    private static void assertSame(Packing one, Packing other) {
        assertThat(other.value()).isEqualTo(one.value());
        assertThat(other.steps()).isEqualTo(one.steps());
        for (int r = 0; r < one.rows().size(); r++) {
            assertThat(other.rows().get(r).shelf()).isEqualTo(one.rows().get(r).shelf());
            assertThat(other.rows().get(r).candidates())
                    .isEqualTo(one.rows().get(r).candidates());
        }
    }
}
