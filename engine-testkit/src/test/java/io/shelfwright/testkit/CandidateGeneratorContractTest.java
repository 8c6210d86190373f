package io.shelfwright.testkit;

import io.shelfwright.spi.CandidateGenerator;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.Evidence;
import io.shelfwright.spi.InstanceContext;
import io.shelfwright.spi.Proposal;
import io.shelfwright.spi.RecallRequest;
import io.shelfwright.spi.ShelfSpec;
import io.shelfwright.spi.Shortlist;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

class CandidateGeneratorContractTest {
    private static final Evidence WHY = Evidence.of("popular", "Popular");

    @ExtendWith(OnlyOnPurpose.class)
    static class Suspect extends CandidateGeneratorContract {
        @Override
        protected CandidateGenerator generator(InstanceContext context) {
            return Suspects.<Function<Catalog, CandidateGenerator>>present().apply(context.catalog());
        }
    }

    /** Proposes what is popular. */
    private static class Behaved implements CandidateGenerator {
        private final Catalog catalog;
        private final Thread maker = Thread.currentThread();
        private final List<String> seen = new CopyOnWriteArrayList<>();

        Behaved(Catalog catalog) {
            this.catalog = catalog;
        }

        @Override
        public List<Proposal> propose(RecallRequest request) {
            List<Proposal> proposals = new ArrayList<>();
            for (ShelfSpec shelf : request.shelves()) {
                Shortlist best = new Shortlist(catalog, request, shelf);
                for (int item = 0; item < catalog.size(); item++) {
                    best.offer(item, score(item));
                }
                proposals.addAll(best.proposals(item -> WHY));
            }
            return proposals;
        }

        double score(int item) {
            return catalog.statistics().popularity(item);
        }
    }

    private static Function<Catalog, CandidateGenerator> but(Deed deed) {
        return catalog -> new Behaved(catalog) {
            @Override
            public List<Proposal> propose(RecallRequest request) {
                return deed.apply(this, request, super.propose(request));
            }
        };
    }

    private interface Deed {
        List<Proposal> apply(Behaved self, RecallRequest request, List<Proposal> proposals);
    }

    private static Proposal last(List<Proposal> proposals) {
        return proposals.get(proposals.size() - 1);
    }

    private static List<Proposal> withLast(List<Proposal> proposals, Proposal one) {
        List<Proposal> others = new ArrayList<>(proposals);
        others.set(others.size() - 1, one);
        return others;
    }

    private static Proposal of(Proposal like, String itemId, double score, Evidence evidence) {
        return new Proposal(like.shelfId(), itemId, score, evidence);
    }

    private static Function<Catalog, CandidateGenerator> byPlace() {
        return catalog -> new Behaved(catalog) {
            @Override
            double score(int item) {
                return item;
            }
        };
    }

    private static Function<Catalog, CandidateGenerator> bringingShelvesTwice() {
        return catalog -> new Behaved(catalog) {
            @Override
            public List<ShelfSpec> shelves(RecallRequest request) {
                return List.of(TestShelves.shelf("same"), TestShelves.shelf("same"));
            }
        };
    }

    private static Function<Catalog, CandidateGenerator> lookingAhead() {
        return catalog -> new Behaved(catalog) {
            @Override
            public List<Proposal> propose(RecallRequest request) {
                var later = TestRequests.at(request.context(), TestRequests.AT);
                boolean early = request.context().at().isBefore(TestRequests.AT);
                return super.propose(
                        early ? new RecallRequest(later, request.user(), request.shelves(), request.limit()) : request);
            }
        };
    }

    @TestFactory
    Stream<DynamicTest> everySentenceFindsTheGeneratorThatBreaksIt() {
        return Suspects.<Function<Catalog, CandidateGenerator>>of(Suspect.class, Behaved::new)
                .breaks(
                        "proposalsNameItemsOfTheCatalogAndShelvesThatWereAskedFor",
                        but((self, request, proposals) -> proposals.isEmpty() || request.limit() == 50
                                ? proposals
                                : withLast(
                                        proposals,
                                        new Proposal(
                                                "elsewhere", last(proposals).itemId(), -1, WHY))))
                .breaks(
                        "noItemIsProposedTwiceForAShelf",
                        but((self, request, proposals) -> proposals.size() < 2 || request.limit() < 2
                                ? proposals
                                : withLast(
                                        proposals,
                                        of(
                                                last(proposals),
                                                proposals
                                                        .get(proposals.size() - 2)
                                                        .itemId(),
                                                -1,
                                                WHY))))
                .breaks("aShelfGetsAtMostTheLimitTheBestFirstAndTiesByItemId", but((self, request, proposals) -> {
                    List<Proposal> turned = new ArrayList<>(proposals);
                    Collections.reverse(turned);
                    return turned;
                }))
                .breaks("scoresAreFiniteAndEveryProposalSaysWhy", but((self, request, proposals) -> proposals.stream()
                        .map(one -> of(one, one.itemId(), one.recallScore(), Evidence.of("popular", " ")))
                        .toList()))
                .breaks("onlyAcceptedKindsAndNothingFromTheFutureIsProposed", lookingAhead())
                .breaks(
                        "theSameRequestGetsTheSameProposalsFromAnyInstance",
                        but((self, request, proposals) ->
                                FirstComers.isFirst(request, self.catalog, self) ? proposals : List.of()))
                .breaks(
                        "fourThreadsAtOnceGetTheSameProposals",
                        but((self, request, proposals) -> Thread.currentThread() == self.maker ? proposals : List.of()))
                .breaks("theOrderOfTheCatalogDoesNotMatter", byPlace())
                .breaks("anEmptyCatalogAnUnknownUserAndOddRequestsAreNoTrouble", but((self, request, proposals) -> {
                    if (request.limit() == 0) {
                        throw new IllegalArgumentException("nothing is wanted");
                    }
                    return proposals;
                }))
                .breaks("shelvesThatItBringsAreTheSameAtEveryCallEachIdOnce", bringingShelvesTwice())
                .breaks("nothingThatIsGivenIsChanged", but((self, request, proposals) -> {
                    Spoiling.user(request.user());
                    return proposals;
                }))
                .breaks("nothingIsKeptBetweenCalls", but((self, request, proposals) -> {
                    self.seen.add(request.context().requestId());
                    return proposals;
                }))
                .tests();
    }
}
