package io.shelfwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.spi.CandidateBatch;
import io.shelfwright.spi.FilterRule;
import io.shelfwright.spi.InstanceContext;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What every filter rule keeps to, whatever it drops; extend it and make an instance.
 *
 * <p>Checked on batches of seeded synthetic worlds. A failure names the seed or the case.
 */
public abstract class FilterRuleContract {
    private final BatchProperties<FilterRule> properties =
            new BatchProperties<>(this::rule, FilterRuleContract::dropped);

    /** Makes the instance under test. */
    protected abstract FilterRule rule(InstanceContext context);

    /** Returns how many objects and elements an instance may come to keep between calls, such as a bounded cache; 0. */
    protected long mayKeep() {
        return 0;
    }

    @Test
    void onlyCandidatesOfTheBatchAreDroppedEachWithAReason() {
        properties.inWorlds((rule, batch, random) -> rule.filter(batch, (candidate, reason) -> {
            assertThat(candidate).as("candidate of a batch of " + batch.size()).isBetween(0, batch.size() - 1);
            assertThat(reason).as("reason for candidate " + candidate).isNotBlank();
        }));
    }

    @Test
    void theSameCandidatesAreDroppedByAnyInstance() {
        properties.areTheSameFromAnyInstance();
    }

    @Test
    void fourThreadsAtOnceDropTheSame() {
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
        properties.bearOddInput(marks -> {});
    }

    @Test
    void nothingThatIsGivenIsChanged() {
        properties.changeNothingThatIsGiven();
    }

    @Test
    void nothingIsKeptBetweenCalls() {
        properties.keepNothing(mayKeep());
    }

    /** What is not a candidate is the business of one sentence alone. */
    private static Marks dropped(FilterRule rule, CandidateBatch batch) {
        Map<String, Marks.Mark> dropped = new HashMap<>();
        rule.filter(batch, (candidate, reason) -> {
            if (candidate >= 0 && candidate < batch.size()) {
                dropped.putIfAbsent(BatchViews.key(batch, candidate), new Marks.Mark(List.of(), List.of(reason)));
            }
        });
        return new Marks(dropped);
    }
}
