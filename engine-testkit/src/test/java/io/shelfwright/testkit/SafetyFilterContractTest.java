package io.shelfwright.testkit;

import io.shelfwright.api.Explicitness;
import io.shelfwright.api.Item;
import io.shelfwright.api.UserProfile;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.InstanceContext;
import io.shelfwright.spi.RequestContext;
import io.shelfwright.spi.SafetyFilter;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

class SafetyFilterContractTest {

    @ExtendWith(OnlyOnPurpose.class)
    static class Suspect extends SafetyFilterContract {
        @Override
        protected SafetyFilter filter(InstanceContext context) {
            return Suspects.<Function<Catalog, SafetyFilter>>present().apply(context.catalog());
        }
    }

    /** Forbids what is explicit. */
    private static class Behaved implements SafetyFilter {
        private final Catalog catalog;
        private final Thread maker = Thread.currentThread();
        private final List<String> seen = new CopyOnWriteArrayList<>();

        Behaved(Catalog catalog) {
            this.catalog = catalog;
        }

        @Override
        public Verdict check(Item item, UserProfile profile, RequestContext context) {
            return item.explicitness() == Explicitness.EXPLICIT ? Verdict.FORBIDDEN : Verdict.ALLOWED;
        }
    }

    private static Function<Catalog, SafetyFilter> but(Deed deed) {
        return catalog -> new Behaved(catalog) {
            @Override
            public Verdict check(Item item, UserProfile profile, RequestContext context) {
                return deed.apply(this, item, context) ? Verdict.UNKNOWN : super.check(item, profile, context);
            }
        };
    }

    private interface Deed {
        boolean apply(Behaved self, Item item, RequestContext context);
    }

    @SuppressWarnings("NullAway") // what a careless plugin returns
    private static Function<Catalog, SafetyFilter> silent() {
        return catalog -> new Behaved(catalog) {
            @Override
            public Verdict check(Item item, UserProfile profile, RequestContext context) {
                return item.publisher().equals("label-1") && profile.userId().equals("user-2")
                        ? null
                        : super.check(item, profile, context);
            }
        };
    }

    @TestFactory
    Stream<DynamicTest> everySentenceFindsTheFilterThatBreaksIt() {
        return Suspects.<Function<Catalog, SafetyFilter>>of(Suspect.class, Behaved::new)
                .breaks(
                        "anyInstanceGivesTheSameAnswer",
                        but((self, item, context) -> !FirstComers.isFirst(context, self.catalog, self)))
                .breaks(
                        "fourThreadsAtOnceGetTheSameAnswers",
                        but((self, item, context) -> Thread.currentThread() != self.maker))
                .breaks("anItemThatTheCatalogLacksIsNoTrouble", but((self, item, context) -> {
                    if (self.catalog.size() > 50) {
                        self.catalog.item(self.catalog.indexOf(item.id()));
                    }
                    return false;
                }))
                .breaks(
                        "theOrderOfTheCatalogDoesNotMatter",
                        but((self, item, context) -> self.catalog.indexOf(item.id()) > 150))
                .breaks("anUnknownUserAndOddRequestsAreNoTrouble", but((self, item, context) -> {
                    if (context.market().equals("ZZ")) {
                        throw new IllegalArgumentException("what market is that?");
                    }
                    return false;
                }))
                .breaks("nothingIsKeptBetweenCalls", but((self, item, context) -> {
                    self.seen.add(context.requestId());
                    return false;
                }))
                .breaks("everyQuestionIsAnswered", silent())
                .leaves("theOrderOfTheQuestionsDoesNotMatter")
                .tests();
    }
}
