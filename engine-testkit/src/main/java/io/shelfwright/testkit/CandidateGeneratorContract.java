package io.shelfwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.api.Item;
import io.shelfwright.spi.CandidateGenerator;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.InstanceContext;
import io.shelfwright.spi.Proposal;
import io.shelfwright.spi.RecallRequest;
import io.shelfwright.spi.RequestContext;
import io.shelfwright.spi.ShelfSpec;
import io.shelfwright.spi.UserState;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;

/**
 * What every candidate generator keeps to, whatever it proposes; extend it and make an instance.
 *
 * <p>Checked on seeded synthetic worlds, for several users of each, at its own time and at an earlier one.
 */
public abstract class CandidateGeneratorContract {
    private static final int WORLDS = 9;
    private static final int USERS = 6;
    private static final Instant EARLIER = TestRequests.daysAgo(200);

    /** Makes the instance under test. */
    protected abstract CandidateGenerator generator(InstanceContext context);

    /** Returns how many objects and elements an instance may come to keep between calls, such as a bounded cache; 0. */
    protected long mayKeep() {
        return 0;
    }

    @Test
    void proposalsNameItemsOfTheCatalogAndShelvesThatWereAskedFor() {
        forRequests((request, proposals) -> {
            Set<String> asked = new HashSet<>();
            request.shelves().forEach(shelf -> asked.add(shelf.id()));
            assertThat(proposals).allSatisfy(proposal -> assertThat(asked).contains(proposal.shelfId()));
        });
        RandomCases.run(WORLDS, (seed, random) -> {
            Catalog catalog = ContractWorlds.of(seed).catalog();
            CandidateGenerator generator = generator(TestContext.of(catalog));
            for (UserState user : users(ContractWorlds.of(seed))) {
                assertThat(generator.propose(request(user, TestRequests.AT, 50)))
                        .allSatisfy(proposal ->
                                assertThat(catalog.indexOf(proposal.itemId())).isNotNegative());
            }
        });
    }

    @Test
    void noItemIsProposedTwiceForAShelf() {
        forRequests((request, proposals) -> {
            Set<List<String>> seen = new HashSet<>();
            assertThat(proposals)
                    .allSatisfy(proposal -> assertThat(seen.add(List.of(proposal.shelfId(), proposal.itemId())))
                            .isTrue());
        });
    }

    @Test
    void aShelfGetsAtMostTheLimitTheBestFirstAndTiesByItemId() {
        forRequests((request, proposals) -> byShelf(proposals).values().forEach(shelf -> {
            assertThat(shelf).hasSizeLessThanOrEqualTo(request.limit());
            for (int i = 1; i < shelf.size(); i++) {
                Proposal better = shelf.get(i - 1);
                Proposal worse = shelf.get(i);
                assertThat(better.recallScore()).isGreaterThanOrEqualTo(worse.recallScore());
                if (better.recallScore() == worse.recallScore()) {
                    assertThat(better.itemId()).isLessThan(worse.itemId());
                }
            }
        }));
    }

    @Test
    void scoresAreFiniteAndEveryProposalSaysWhy() {
        forRequests((request, proposals) -> assertThat(proposals).allSatisfy(proposal -> {
            assertThat(proposal.recallScore()).isFinite();
            assertThat(proposal.evidence().code()).isNotBlank();
            assertThat(proposal.evidence().text()).isNotBlank();
        }));
    }

    @Test
    void onlyAcceptedKindsAndNothingFromTheFutureIsProposed() {
        RandomCases.run(WORLDS, (seed, random) -> {
            SeededWorld world = ContractWorlds.of(seed);
            CandidateGenerator generator = generator(TestContext.of(world.catalog()));
            for (UserState user : users(world)) {
                for (Instant at : List.of(TestRequests.AT, EARLIER)) {
                    RecallRequest request = request(user, at, 50);
                    for (Proposal proposal : generator.propose(request)) {
                        Item item = world.catalog().item(world.catalog().indexOf(proposal.itemId()));
                        assertThat(shelf(request, proposal).accepts(item.kind()))
                                .isTrue();
                        Instant releasedAt = item.releasedAt();
                        assertThat(releasedAt == null || !releasedAt.isAfter(at))
                                .isTrue();
                    }
                }
            }
        });
    }

    @Test
    void theSameRequestGetsTheSameProposalsFromAnyInstance() {
        RandomCases.run(WORLDS, (seed, random) -> {
            SeededWorld world = ContractWorlds.of(seed);
            CandidateGenerator generator = generator(TestContext.of(world.catalog()));
            CandidateGenerator other = generator(TestContext.of(world.catalog()));
            for (UserState user : users(world)) {
                RecallRequest request = request(user, TestRequests.AT, 50);
                List<Proposal> first = generator.propose(request);
                assertThat(generator.propose(request)).isEqualTo(first);
                assertThat(other.propose(request)).isEqualTo(first);
            }
        });
    }

    @Test
    void fourThreadsAtOnceGetTheSameProposals() {
        RandomCases.run(WORLDS / 3, (seed, random) -> {
            SeededWorld world = ContractWorlds.of(seed);
            CandidateGenerator generator = generator(TestContext.of(world.catalog()));
            for (UserState user : world.users().subList(0, 4)) {
                RecallRequest request = request(user, TestRequests.AT, 50);
                List<Proposal> alone = generator.propose(request);
                assertThat(FourThreads.ask(() -> generator.propose(request)))
                        .as("proposals to four threads at once")
                        .allSatisfy(proposals -> assertThat(proposals).isEqualTo(alone));
            }
        });
    }

    @Test
    void theOrderOfTheCatalogDoesNotMatter() {
        RandomCases.run(WORLDS, (seed, random) -> {
            SeededWorld world = ContractWorlds.of(seed);
            CandidateGenerator generator = generator(TestContext.of(world.catalog()));
            CandidateGenerator reversed = generator(TestContext.of(ReversedCatalog.of(world.catalog())));
            for (UserState user : users(world)) {
                RecallRequest request = request(user, TestRequests.AT, 50);
                assertThat(reversed.propose(request)).isEqualTo(generator.propose(request));
            }
        });
    }

    @Test
    void anEmptyCatalogAnUnknownUserAndOddRequestsAreNoTrouble() {
        RandomCases.run(WORLDS, (seed, random) -> {
            SeededWorld world = SeededWorld.of(seed, (int) seed % 7, 2);
            Catalog catalog = world.catalog();
            CandidateGenerator generator = generator(TestContext.of(catalog));
            CandidateGenerator none = generator(TestContext.empty());
            UserState stranger = TestUser.of("\uD83D\uDE00 \u4F60\u597D")
                    .market("ZZ")
                    .language("xx")
                    .build(catalog);
            UserState elsewhere = ContractWorlds.of(seed + 1).user(1);
            for (UserState user : List.of(stranger, elsewhere, world.user(0), world.user(1))) {
                assertThat(none.propose(request(user, TestRequests.AT, 50))).isEmpty();
                assertThat(generator.propose(request(user, TestRequests.AT, 0))).isEmpty();
                assertThat(generator.propose(request(user, Instant.EPOCH, 50))).isNotNull();
                assertThat(generator.propose(request(user, Instant.parse("9999-12-31T23:59:59Z"), 50)))
                        .isNotNull();
                assertThat(generator.propose(request(user, TestRequests.AT, Integer.MAX_VALUE)))
                        .hasSizeLessThanOrEqualTo(2 * catalog.size());
            }
        });
    }

    @Test
    void shelvesThatItBringsAreTheSameAtEveryCallEachIdOnce() {
        RandomCases.run(WORLDS, (seed, random) -> {
            SeededWorld world = ContractWorlds.of(seed);
            CandidateGenerator generator = generator(TestContext.of(world.catalog()));
            RecallRequest request = request(world.user(1), TestRequests.AT, 50);
            List<ShelfSpec> shelves = generator.shelves(request);
            assertThat(shelves).extracting(ShelfSpec::id).doesNotHaveDuplicates();
            assertThat(generator.shelves(request)).isEqualTo(shelves);
            assertThat(generator.warnings()).noneMatch(String::isBlank);
        });
    }

    @Test
    void nothingThatIsGivenIsChanged() {
        RandomCases.run(WORLDS / 2, (seed, random) -> {
            SeededWorld world = ContractWorlds.of(seed);
            CandidateGenerator generator = generator(TestContext.of(world.catalog()));
            for (UserState state : world.users().subList(0, 4)) {
                Exposed<UserState> user = Exposed.of(UserState.class, state);
                generator.propose(request(user.view(), TestRequests.AT, 50));
                assertThat(user.changes())
                        .as("lists of the user that were changed")
                        .isEmpty();
            }
        });
    }

    @Test
    void nothingIsKeptBetweenCalls() {
        SeededWorld world = ContractWorlds.of(0);
        CandidateGenerator generator = generator(TestContext.of(world.catalog()));
        propose(generator, world, 0, 0, 5);
        long before = StateSize.of(generator);
        propose(generator, world, 1, 5, 10);
        assertThat(StateSize.of(generator))
                .as("objects and elements that the instance holds after more calls")
                .isLessThanOrEqualTo(before + mayKeep());
    }

    private static void propose(CandidateGenerator generator, SeededWorld world, int round, int fromUser, int toUser) {
        for (UserState user : world.users().subList(fromUser, toUser)) {
            for (RequestContext context : ContractWorlds.requests(user, round)) {
                generator.propose(new RecallRequest(context, user, SeededWorld.shelves(), 50));
            }
        }
    }

    /** Returns the first users of a world, one of whom did nothing. */
    private static List<UserState> users(SeededWorld world) {
        return world.users().subList(0, USERS);
    }

    private void forRequests(BiConsumer<RecallRequest, List<Proposal>> check) {
        RandomCases.run(WORLDS, (seed, random) -> {
            SeededWorld world = ContractWorlds.of(seed);
            CandidateGenerator generator = generator(TestContext.of(world.catalog()));
            for (UserState user : users(world)) {
                RecallRequest request = request(user, TestRequests.AT, 1 + random.nextInt(60));
                check.accept(request, generator.propose(request));
            }
        });
    }

    private static RecallRequest request(UserState user, Instant at, int limit) {
        RequestContext context = TestRequests.at(TestRequests.context(user), at);
        return new RecallRequest(context, user, SeededWorld.shelves(), limit);
    }

    private static ShelfSpec shelf(RecallRequest request, Proposal proposal) {
        return request.shelves().stream()
                .filter(shelf -> shelf.id().equals(proposal.shelfId()))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, List<Proposal>> byShelf(List<Proposal> proposals) {
        Map<String, List<Proposal>> shelves = new HashMap<>();
        for (Proposal proposal : proposals) {
            shelves.computeIfAbsent(proposal.shelfId(), id -> new ArrayList<>()).add(proposal);
        }
        return shelves;
    }
}
