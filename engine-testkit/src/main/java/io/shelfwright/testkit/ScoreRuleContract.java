package io.shelfwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.spi.CandidateBatch;
import io.shelfwright.spi.InstanceContext;
import io.shelfwright.spi.ScoreRule;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What every score rule keeps to, whatever it raises or lowers; extend it and make an instance.
 *
 * <p>Checked on batches of seeded synthetic worlds. A failure names the seed or the case.
 */
public abstract class ScoreRuleContract {
    private final BatchProperties<ScoreRule> properties = new BatchProperties<>(
            this::rule, (rule, batch) -> adjusted(rule, batch).marks());

    /** Makes the instance under test. */
    protected abstract ScoreRule rule(InstanceContext context);

    /**
     * Returns the largest factor by which the rule may raise a candidate, and its inverse the smallest; a million.
     *
     * <p>A rule without a bound is a filter in disguise: state yours.
     */
    protected double largestFactor() {
        return 1e6;
    }

    /** Returns how many objects and elements an instance may come to keep between calls, such as a bounded cache; 0. */
    protected long mayKeep() {
        return 0;
    }

    @Test
    void onlyCandidatesOfTheBatchAreAdjustedEachWithAReason() {
        properties.inWorlds((rule, batch, random) -> {
            CollectedFactors factors = adjusted(rule, batch);
            assertThat(factors.strangers())
                    .as("candidates that the batch does not hold")
                    .isEmpty();
            assertThat(factors.unreasoned())
                    .as("candidates adjusted without a reason")
                    .isEmpty();
        });
    }

    @Test
    void everyFactorIsFiniteAndBounded() {
        double most = Math.log(largestFactor()) * (1 + 1e-9);
        properties.inWorlds(
                (rule, batch, random) -> assertBounded(adjusted(rule, batch).marks(), most));
    }

    @Test
    void anyInstanceAdjustsTheSame() {
        properties.areTheSameFromAnyInstance();
    }

    @Test
    void fourThreadsAtOnceAdjustTheSame() {
        properties.areTheSameInFourThreads();
    }

    @Test
    void theOrderOfTheCandidatesDoesNotMatter() {
        properties.doNotDependOnTheOrderOfCandidates();
    }

    @Test
    void theOrderOfTheCatalogDoesNotMatter() {
        properties.doNotDependOnTheOrderOfTheCatalog();
    }

    @Test
    void anEmptyBatchAnUnknownUserAndOddRequestsAreNoTrouble() {
        double most = Math.log(largestFactor()) * (1 + 1e-9);
        properties.bearOddInput(marks -> assertBounded(marks, most));
    }

    @Test
    void nothingThatIsGivenIsChanged() {
        properties.changeNothingThatIsGiven();
    }

    @Test
    void nothingIsKeptBetweenCalls() {
        properties.keepNothing(mayKeep());
    }

    private static CollectedFactors adjusted(ScoreRule rule, CandidateBatch batch) {
        CollectedFactors factors = new CollectedFactors(batch);
        rule.adjust(batch, factors);
        return factors;
    }

    private static void assertBounded(Marks marks, double most) {
        for (Map.Entry<String, Marks.Mark> entry : marks.byCandidate().entrySet()) {
            double logFactor = entry.getValue().numbers().get(0);
            assertThat(Math.abs(logFactor) <= most)
                    .as("log factor %s of candidate %s is finite and at most %s", logFactor, entry.getKey(), most)
                    .isTrue();
        }
    }
}
