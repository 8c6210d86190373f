package io.shelfwright.testkit;

import io.shelfwright.spi.InstanceContext;
import io.shelfwright.spi.PagePrefix;
import io.shelfwright.spi.PlacementRule;
import io.shelfwright.spi.Slot;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

class PlacementRuleContractTest {

    @ExtendWith(OnlyOnPurpose.class)
    static class Suspect extends PlacementRuleContract {
        @Override
        protected PlacementRule rule(InstanceContext context) {
            return Suspects.<Supplier<PlacementRule>>present().get();
        }
    }

    /** Penalises the kind of the card before. */
    private static class Behaved implements PlacementRule {
        private final Thread maker = Thread.currentThread();
        private final List<String> seen = new CopyOnWriteArrayList<>();

        @Override
        public int window() {
            return 1;
        }

        @Override
        public boolean forbids() {
            return false;
        }

        @Override
        public SlotRule forSlot(PagePrefix prefix, Slot slot) {
            if (prefix.size() == 0) {
                return item -> 0;
            }
            var before = prefix.catalog().item(prefix.item(prefix.size() - 1)).kind();
            return item -> prefix.catalog().item(item).kind().equals(before) ? 0.5 : 0;
        }
    }

    private static Supplier<PlacementRule> adding(Penalty more) {
        return () -> new Behaved() {
            @Override
            public SlotRule forSlot(PagePrefix prefix, Slot slot) {
                SlotRule behaved = super.forSlot(prefix, slot);
                return item -> behaved.penalty(item) + more.of(this, prefix, item);
            }
        };
    }

    private interface Penalty {
        double of(Behaved self, PagePrefix prefix, int item);
    }

    private static final class NarrowSighted extends Behaved {
        @Override
        public int window() {
            return 0;
        }

        @Override
        public SlotRule forSlot(PagePrefix prefix, Slot slot) {
            return item -> 0;
        }
    }

    @TestFactory
    Stream<DynamicTest> everySentenceFindsTheRuleThatBreaksIt() {
        return Suspects.<Supplier<PlacementRule>>of(Suspect.class, Behaved::new)
                .breaks("aPenaltyIsZeroOrMoreNeverARewardAndNeverNotANumber", adding((self, prefix, item) -> -0.1))
                .breaks(
                        "aRuleThatSaysItNeverForbidsNeverForbids",
                        adding((self, prefix, item) ->
                                prefix.catalog().item(item).genres().isEmpty() ? PlacementRule.FORBIDDEN : 0))
                .breaks("theWindowIsAtLeastOneCardAndStaysTheSame", NarrowSighted::new)
                .breaks(
                        "cardsBeforeTheWindowDoNotMatter",
                        adding((self, prefix, item) -> prefix.size() > 0
                                        && prefix.catalog()
                                                .item(prefix.item(0))
                                                .kind()
                                                .equals(prefix.catalog()
                                                        .item(item)
                                                        .kind())
                                ? 1
                                : 0))
                .breaks(
                        "anyInstanceGivesTheSamePenaltiesInAnyOrderOfAsking",
                        adding((self, prefix, item) -> FirstComers.isFirst(prefix.catalog(), self) ? 0 : 1))
                .breaks(
                        "fourThreadsAtOnceGetTheSamePenalties",
                        adding((self, prefix, item) -> Thread.currentThread() == self.maker ? 0 : 1))
                .breaks("theOrderOfTheCatalogDoesNotMatter", adding((self, prefix, item) -> item * 0.01))
                .breaks("anEmptyPageAnUnknownUserAndOddItemsAreNoTrouble", adding((self, prefix, item) -> {
                    if (prefix.catalog().item(item).kind().name().equals("audio-book")) {
                        throw new IllegalStateException("what kind is that?");
                    }
                    return 0;
                }))
                .breaks("nothingThatIsGivenIsChanged", adding((self, prefix, item) -> {
                    Spoiling.user(prefix.user());
                    return 0;
                }))
                .breaks("nothingIsKeptBetweenCalls", adding((self, prefix, item) -> {
                    self.seen.add(prefix.user().profile().userId());
                    return 0;
                }))
                .tests();
    }
}
