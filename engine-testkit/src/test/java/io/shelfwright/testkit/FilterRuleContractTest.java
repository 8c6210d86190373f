package io.shelfwright.testkit;

import io.shelfwright.spi.CandidateBatch;
import io.shelfwright.spi.FilterRule;
import io.shelfwright.spi.InstanceContext;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

class FilterRuleContractTest {

    @ExtendWith(OnlyOnPurpose.class)
    static class Suspect extends FilterRuleContract {
        @Override
        protected FilterRule rule(InstanceContext context) {
            return Suspects.<Supplier<FilterRule>>present().get();
        }
    }

    /** Drops what is in one language. */
    private static class Behaved implements FilterRule {
        private final Thread maker = Thread.currentThread();
        private final List<String> seen = new CopyOnWriteArrayList<>();

        @Override
        public void filter(CandidateBatch candidates, Drops drops) {
            for (int candidate = 0; candidate < candidates.size(); candidate++) {
                if (candidates.item(candidate).language().equals("de")) {
                    drops.drop(candidate, "in German");
                }
            }
        }

        boolean isElsewhere() {
            return Thread.currentThread() != maker;
        }

        void remember(String text) {
            seen.add(text);
        }
    }

    private static Supplier<FilterRule> also(Deed deed) {
        return () -> new Behaved() {
            @Override
            public void filter(CandidateBatch candidates, Drops drops) {
                super.filter(candidates, drops);
                deed.apply(this, candidates, drops);
            }
        };
    }

    private interface Deed {
        void apply(Behaved self, CandidateBatch candidates, FilterRule.Drops drops);
    }

    private static void dropAll(CandidateBatch candidates, FilterRule.Drops drops) {
        for (int candidate = 0; candidate < candidates.size(); candidate++) {
            drops.drop(candidate, "all of them");
        }
    }

    @TestFactory
    Stream<DynamicTest> everySentenceFindsTheRuleThatBreaksIt() {
        return Suspects.<Supplier<FilterRule>>of(Suspect.class, Behaved::new)
                .breaks(
                        "onlyCandidatesOfTheBatchAreDroppedEachWithAReason",
                        also((self, candidates, drops) -> drops.drop(candidates.size(), "one too many")))
                .breaks("theSameCandidatesAreDroppedByAnyInstance", also((self, candidates, drops) -> {
                    if (!FirstComers.isFirst(candidates, self)) {
                        dropAll(candidates, drops);
                    }
                }))
                .breaks("fourThreadsAtOnceDropTheSame", also((self, candidates, drops) -> {
                    if (self.isElsewhere()) {
                        dropAll(candidates, drops);
                    }
                }))
                .breaks("theOrderOfTheCandidatesDoesNotMatter", also((self, candidates, drops) -> {
                    if (candidates.size() > 0) {
                        drops.drop(0, "first");
                    }
                }))
                .breaks("theOrderOfTheCatalogDoesNotMatter", also((self, candidates, drops) -> {
                    for (int candidate = 0; candidate < candidates.size(); candidate++) {
                        if (candidates.itemIndex(candidate) < 100) {
                            drops.drop(candidate, "early in the catalog");
                        }
                    }
                }))
                .breaks(
                        "anEmptyBatchAnUnknownUserAndOddRequestsAreNoTrouble",
                        also((self, candidates, drops) -> candidates.item(0)))
                .breaks(
                        "nothingThatIsGivenIsChanged",
                        also((self, candidates, drops) -> Spoiling.user(candidates.user())))
                .breaks(
                        "nothingIsKeptBetweenCalls",
                        also((self, candidates, drops) ->
                                self.remember(candidates.context().requestId())))
                .tests();
    }
}
