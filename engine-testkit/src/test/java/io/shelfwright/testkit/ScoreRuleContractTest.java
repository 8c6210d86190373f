package io.shelfwright.testkit;

import io.shelfwright.spi.CandidateBatch;
import io.shelfwright.spi.InstanceContext;
import io.shelfwright.spi.ScoreRule;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

class ScoreRuleContractTest {

    @ExtendWith(OnlyOnPurpose.class)
    static class Suspect extends ScoreRuleContract {
        @Override
        protected ScoreRule rule(InstanceContext context) {
            return Suspects.<Supplier<ScoreRule>>present().get();
        }

        @Override
        protected double largestFactor() {
            return 4;
        }
    }

    /** Halves what is in one language. */
    private static class Behaved implements ScoreRule {
        private final Thread maker = Thread.currentThread();
        private final List<String> seen = new CopyOnWriteArrayList<>();

        @Override
        public void adjust(CandidateBatch candidates, Adjustments adjustments) {
            for (int candidate = 0; candidate < candidates.size(); candidate++) {
                if (candidates.item(candidate).language().equals("de")) {
                    adjustments.add(candidate, Math.log(0.5), "in German");
                }
            }
        }
    }

    private static Supplier<ScoreRule> also(Deed deed) {
        return () -> new Behaved() {
            @Override
            public void adjust(CandidateBatch candidates, Adjustments adjustments) {
                super.adjust(candidates, adjustments);
                deed.apply(this, candidates, adjustments);
            }
        };
    }

    private interface Deed {
        void apply(Behaved self, CandidateBatch candidates, ScoreRule.Adjustments adjustments);
    }

    private static void raise(CandidateBatch candidates, ScoreRule.Adjustments adjustments, boolean when) {
        for (int candidate = 0; candidate < candidates.size() && when; candidate++) {
            adjustments.add(candidate, 0.1, "all of them");
        }
    }

    @TestFactory
    Stream<DynamicTest> everySentenceFindsTheRuleThatBreaksIt() {
        return Suspects.<Supplier<ScoreRule>>of(Suspect.class, Behaved::new)
                .breaks(
                        "onlyCandidatesOfTheBatchAreAdjustedEachWithAReason",
                        also((self, candidates, adjustments) ->
                                adjustments.add(candidates.size(), 0.1, "one too many")))
                .breaks("everyFactorIsFiniteAndBounded", also((self, candidates, adjustments) -> {
                    for (int candidate = 0; candidate < candidates.size(); candidate++) {
                        if (candidates.item(candidate).publisher().equals("label-1") && candidates.size() <= 100) {
                            adjustments.add(candidate, Math.log(5), "of that label");
                        }
                    }
                }))
                .breaks(
                        "anyInstanceAdjustsTheSame",
                        also((self, candidates, adjustments) ->
                                raise(candidates, adjustments, !FirstComers.isFirst(candidates, self))))
                .breaks(
                        "fourThreadsAtOnceAdjustTheSame",
                        also((self, candidates, adjustments) ->
                                raise(candidates, adjustments, Thread.currentThread() != self.maker)))
                .breaks("theOrderOfTheCandidatesDoesNotMatter", also((self, candidates, adjustments) -> {
                    if (candidates.size() > 0) {
                        adjustments.add(0, 0.3, "first");
                    }
                }))
                .breaks("theOrderOfTheCatalogDoesNotMatter", also((self, candidates, adjustments) -> {
                    for (int candidate = 0; candidate < candidates.size(); candidate++) {
                        adjustments.add(candidate, candidates.itemIndex(candidate) * 1e-4, "late in the catalog");
                    }
                }))
                .breaks("anEmptyBatchAnUnknownUserAndOddRequestsAreNoTrouble", also((self, candidates, adjustments) -> {
                    if (candidates.context().market().equals("ZZ")) {
                        throw new IllegalStateException("what market is that?");
                    }
                }))
                .breaks(
                        "nothingThatIsGivenIsChanged",
                        also((self, candidates, adjustments) -> Spoiling.user(candidates.user())))
                .breaks(
                        "nothingIsKeptBetweenCalls",
                        also((self, candidates, adjustments) ->
                                self.seen.add(candidates.context().requestId())))
                .tests();
    }
}
