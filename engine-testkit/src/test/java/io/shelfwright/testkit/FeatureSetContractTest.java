package io.shelfwright.testkit;

import io.shelfwright.spi.CandidateBatch;
import io.shelfwright.spi.FeatureColumns;
import io.shelfwright.spi.FeatureDeclaration;
import io.shelfwright.spi.FeatureSet;
import io.shelfwright.spi.InstanceContext;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

class FeatureSetContractTest {

    @ExtendWith(OnlyOnPurpose.class)
    static class Suspect extends FeatureSetContract {
        @Override
        protected FeatureSet featureSet(InstanceContext context) {
            return Suspects.<Function<InstanceContext, FeatureSet>>present().apply(context);
        }
    }

    /** How long the title is, how old the item; the third is for those that misbehave. */
    private static class Behaved implements FeatureSet {
        private final InstanceContext context;
        private final Thread maker = Thread.currentThread();
        private final List<String> seen = new CopyOnWriteArrayList<>();

        Behaved(InstanceContext context) {
            this.context = context;
        }

        @Override
        public List<FeatureDeclaration> features() {
            return List.of(
                    FeatureDeclaration.of("acme.title", "Length of the title.", "characters", 0, 1000),
                    FeatureDeclaration.of("acme.age", "Age of the item.", "days", -1e7, 1e7),
                    FeatureDeclaration.of("acme.third", "Something else.", "number", -1e7, 1e7));
        }

        @Override
        public void compute(CandidateBatch candidates, FeatureColumns columns) {
            for (int candidate = 0; candidate < candidates.size(); candidate++) {
                columns.set(candidate, 0, candidates.item(candidate).title().length());
                Instant released = candidates.item(candidate).releasedAt();
                if (released != null) {
                    columns.set(
                            candidate, 1, days(released, candidates.context().at()));
                }
            }
        }

        static double days(Instant from, Instant to) {
            return Duration.between(from, to).toDays();
        }
    }

    private static Function<InstanceContext, FeatureSet> also(Deed deed) {
        return context -> new Behaved(context) {
            @Override
            public void compute(CandidateBatch candidates, FeatureColumns columns) {
                super.compute(candidates, columns);
                for (int candidate = 0; candidate < candidates.size(); candidate++) {
                    deed.apply(this, candidates, candidate, columns);
                }
            }
        };
    }

    private interface Deed {
        void apply(Behaved self, CandidateBatch candidates, int candidate, FeatureColumns columns);
    }

    private static Function<InstanceContext, FeatureSet> undescribed() {
        return context -> new Behaved(context) {
            @Override
            public List<FeatureDeclaration> features() {
                List<FeatureDeclaration> features = new ArrayList<>(super.features());
                features.set(2, FeatureDeclaration.of("acme.third", " ", "number", -1e7, 1e7));
                return features;
            }
        };
    }

    private static Function<InstanceContext, FeatureSet> intolerant() {
        return context -> new Behaved(context) {
            @Override
            public void compute(CandidateBatch candidates, FeatureColumns columns) {
                candidates.item(0);
                super.compute(candidates, columns);
            }
        };
    }

    @TestFactory
    Stream<DynamicTest> everySentenceFindsTheFeaturesThatBreakIt() {
        return Suspects.<Function<InstanceContext, FeatureSet>>of(Suspect.class, Behaved::new)
                .breaks("theSameFeaturesAreDeclaredAtEveryCallEachNameOnce", undescribed())
                .breaks(
                        "everyValueLiesInItsDeclaredRange",
                        also((self, candidates, candidate, columns) -> columns.set(candidate, 2, 2e7)))
                .breaks(
                        "onlyCandidatesAndFeaturesThatAreThereAreWritten",
                        also((self, candidates, candidate, columns) -> columns.set(candidate, 3, 1)))
                .breaks(
                        "aCandidatesValuesDependNeitherOnItsPlaceNorOnOtherCandidates",
                        also((self, candidates, candidate, columns) -> columns.set(candidate, 2, candidates.size())))
                .breaks(
                        "anyInstanceComputesTheSame",
                        also((self, candidates, candidate, columns) ->
                                columns.set(candidate, 2, FirstComers.isFirst(candidates, self) ? 0 : 1)))
                .breaks(
                        "fourThreadsAtOnceComputeTheSame",
                        also((self, candidates, candidate, columns) ->
                                columns.set(candidate, 2, Thread.currentThread() == self.maker ? 0 : 1)))
                .breaks(
                        "theOrderOfTheCatalogDoesNotMatter",
                        also((self, candidates, candidate, columns) ->
                                columns.set(candidate, 2, candidates.itemIndex(candidate))))
                .breaks("whatIsUnknownIsMissingAndNotANumber", also((self, candidates, candidate, columns) -> {
                    if (candidates.item(candidate).releasedAt() == null) {
                        columns.set(candidate, 1, 0);
                    }
                }))
                .breaks("onlyTheTimeOfTheRequestIsNow", also((self, candidates, candidate, columns) -> {
                    Instant joined = candidates.user().profile().joinedAt();
                    if (joined != null) {
                        columns.set(
                                candidate,
                                2,
                                Behaved.days(joined, self.context.clock().instant()));
                    }
                }))
                .breaks("anEmptyBatchAnUnknownUserAndOddRequestsAreNoTrouble", intolerant())
                .breaks(
                        "nothingThatIsGivenIsChanged",
                        also((self, candidates, candidate, columns) -> Spoiling.user(candidates.user())))
                .breaks(
                        "nothingIsKeptBetweenCalls",
                        also((self, candidates, candidate, columns) ->
                                self.seen.add(candidates.context().requestId())))
                .tests();
    }
}
