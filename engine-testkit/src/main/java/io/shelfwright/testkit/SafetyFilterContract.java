package io.shelfwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.api.Item;
import io.shelfwright.spi.CandidateBatch;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.InstanceContext;
import io.shelfwright.spi.SafetyFilter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * What every safety filter keeps to, whatever it forbids; extend it and make an instance.
 *
 * <p>Checked on items and users of seeded synthetic worlds. A failure names the seed or the case.
 */
public abstract class SafetyFilterContract {
    private final BatchProperties<SafetyFilter> properties =
            new BatchProperties<>(this::filter, SafetyFilterContract::verdicts);

    /** Makes the instance under test. */
    protected abstract SafetyFilter filter(InstanceContext context);

    /** Returns how many objects and elements an instance may come to keep between calls, such as a bounded cache; 0. */
    protected long mayKeep() {
        return 0;
    }

    @Test
    void everyQuestionIsAnswered() {
        properties.inWorlds((filter, batch, random) -> assertAnswered(verdicts(filter, batch)));
    }

    @Test
    void anyInstanceGivesTheSameAnswer() {
        properties.areTheSameFromAnyInstance();
    }

    @Test
    void fourThreadsAtOnceGetTheSameAnswers() {
        properties.areTheSameInFourThreads();
    }

    @Test
    void theOrderOfTheQuestionsDoesNotMatter() {
        properties.doNotDependOnOtherCandidates();
    }

    @Test
    void theOrderOfTheCatalogDoesNotMatter() {
        properties.doNotDependOnTheOrderOfTheCatalog();
    }

    @Test
    void anItemThatTheCatalogLacksIsNoTrouble() {
        properties.inWorlds((filter, batch, random) -> {
            Catalog odd = OddCases.catalog();
            for (int item = 0; item < odd.size(); item++) {
                filter.check(odd.item(item), batch.user().profile(), batch.context());
            }
        });
    }

    @Test
    void anUnknownUserAndOddRequestsAreNoTrouble() {
        properties.bearOddInput(SafetyFilterContract::assertAnswered);
    }

    @Test
    void nothingIsKeptBetweenCalls() {
        properties.keepNothing(mayKeep());
    }

    private static void assertAnswered(Marks marks) {
        marks.byCandidate()
                .forEach((candidate, mark) ->
                        assertThat(mark.words()).as("answer for " + candidate).doesNotContain("null"));
    }

    private static Marks verdicts(SafetyFilter filter, CandidateBatch batch) {
        Map<String, Marks.Mark> verdicts = new HashMap<>();
        for (int candidate = 0; candidate < batch.size(); candidate++) {
            Item item = batch.item(candidate);
            String verdict = String.valueOf(filter.check(item, batch.user().profile(), batch.context()));
            verdicts.put(BatchViews.key(batch, candidate), new Marks.Mark(List.of(), List.of(verdict)));
        }
        return new Marks(verdicts);
    }
}
