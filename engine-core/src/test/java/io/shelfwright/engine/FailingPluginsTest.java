package io.shelfwright.engine;

import static io.shelfwright.engine.EngineWorld.degradations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shelfwright.api.HomePage;
import io.shelfwright.api.PageRecord;
import io.shelfwright.spi.CandidateGenerator;
import io.shelfwright.spi.Evidence;
import io.shelfwright.spi.Proposal;
import io.shelfwright.spi.RecallRequest;
import io.shelfwright.spi.ShelfSpec;
import java.nio.file.Path;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Generators and feature sets that fail: the page comes without what they would have given, and says so. */
class FailingPluginsTest {
    private static final Evidence WHY = Evidence.of("test", "Because of a test");

    @TempDir
    private Path directory;

    private EngineWorld world;

    @BeforeEach
    void makeWorld() {
        world = new EngineWorld(directory);
    }

    @AfterEach
    void endWorld() {
        world.close();
    }

    private HomePage withOther(CandidateGenerator generator) {
        world.plugin.generator("other", generator);
        HomePage page = world.home("u");
        PageChecks.isAGoodPage(page);
        return page;
    }

    @Test
    void aGoodPageHasNoDegradations() {
        HomePage page = world.home("u");

        PageChecks.isAGoodPage(page);
        assertThat(page.degradations()).isEmpty();
        assertThat(page.ranker()).isEqualTo("main");
        assertThat(page.cardCount()).isEqualTo(20);
    }

    @Test
    void aGeneratorThatThrowsCostsOnlyItsCandidates() {
        HomePage page = withOther(request -> {
            throw new IllegalStateException("no network");
        });

        assertThat(degradations(page)).containsExactly("recall/other/failed");
        assertThat(page.degradations().get(0).message()).contains("no network");
    }

    @Test
    void aGeneratorThatThrowsAnErrorCostsOnlyItsCandidates() {
        HomePage page = withOther(request -> {
            throw new StackOverflowError("deep");
        });

        assertThat(degradations(page)).containsExactly("recall/other/failed");
    }

    @Test
    void aGeneratorThatHangsIsNotWaitedFor() {
        world.config("deadlines.recall = 300ms");

        HomePage page = withOther(request -> Scripts.hang(world.end));

        assertThat(degradations(page)).containsExactly("recall/other/late");
    }

    @Test
    @SuppressWarnings("NullAway")
    void aGeneratorThatReturnsNullCostsOnlyItsCandidates() {
        HomePage page = withOther(request -> null);

        assertThat(degradations(page)).containsExactly("recall/other/failed");
    }

    @Test
    void aGeneratorWithoutProposalsIsNoDegradation() {
        assertThat(withOther(request -> List.of()).degradations()).isEmpty();
    }

    @Test
    void proposalsWithScoresThatAreNotFiniteAreLeftOut() {
        HomePage page = withOther(request -> List.of(
                new Proposal("albums", "item-000", Double.NaN, WHY),
                new Proposal("albums", "item-004", Double.POSITIVE_INFINITY, WHY),
                new Proposal("albums", "item-008", 1, WHY)));

        assertThat(degradations(page)).containsExactly("recall/other/bad-proposals");
        assertThat(page.degradations().get(0).message()).contains("2 of 3");
    }

    @Test
    void proposalsOfUnknownItemsAndShelvesAreLeftOut() {
        HomePage page = withOther(request -> List.of(
                new Proposal("albums", "no-such-item", 1, WHY), new Proposal("no-such-shelf", "item-000", 1, WHY)));

        assertThat(degradations(page)).containsExactly("recall/other/bad-proposals");
        assertThat(PageChecks.items(page)).doesNotContain("no-such-item");
    }

    @Test
    @SuppressWarnings("NullAway")
    void proposalsWithNullInsideAreLeftOut() {
        HomePage page = withOther(request -> List.of(
                new Proposal("albums", "item-000", 1, null),
                new Proposal("albums", null, 1, WHY),
                new Proposal(null, "item-000", 1, WHY),
                new Proposal("albums", "item-000", 1, new Evidence(null, null, List.of()))));

        assertThat(degradations(page)).containsExactly("recall/other/bad-proposals");
        assertThat(page.degradations().get(0).message()).contains("4 of 4");
    }

    @Test
    @SuppressWarnings("NullAway")
    void aListWithNullProposalsCostsTheGeneratorsCandidates() {
        HomePage page = withOther(request -> Arrays.asList((Proposal) null));

        assertThat(degradations(page)).containsExactly("recall/other/failed");
    }

    @Test
    void aProposalThatIsRepeatedCountsOnce() {
        HomePage page = withOther(request -> {
            List<Proposal> same = new ArrayList<>();
            for (int i = 0; i < 50; i++) {
                same.add(new Proposal("albums", "item-056", i, WHY));
            }
            return same;
        });

        assertThat(page.degradations()).isEmpty();
        assertThat(page.card("item-056").orElseThrow().reasons()).hasSizeLessThanOrEqualTo(2);
    }

    @Test
    void tenMillionProposalsAreNotReadFurtherThanAllowed() {
        AtomicInteger made = new AtomicInteger();

        HomePage page = withOther(request -> new AbstractList<>() {
            @Override
            public Proposal get(int i) {
                made.incrementAndGet();
                return new Proposal("albums", TinyCatalog.id(i % 60), -i, WHY);
            }

            @Override
            public int size() {
                return 10_000_000;
            }
        });

        assertThat(degradations(page)).containsExactly("recall/other/cut");
        assertThat(made.get()).isLessThan(2_000);
    }

    @Test
    void aListThatHasNoEndAndLiesAboutItsSizeIsNotReadFurtherThanAllowed() {
        AtomicInteger made = new AtomicInteger();

        HomePage page = withOther(request -> new AbstractList<>() {
            @Override
            public Proposal get(int i) {
                throw new IllegalStateException("only the iterator works");
            }

            @Override
            public int size() {
                return 1;
            }

            @Override
            public Iterator<Proposal> iterator() {
                return Stream.generate(
                                () -> new Proposal("albums", TinyCatalog.id(made.incrementAndGet() % 60), 1, WHY))
                        .iterator();
            }
        });

        assertThat(degradations(page)).containsExactly("recall/other/cut");
        assertThat(made.get()).isLessThan(2_000);
    }

    @Test
    void shelvesWithoutEndCostTheGeneratorsCandidates() {
        HomePage page = withOther(new CandidateGenerator() {
            @Override
            public List<Proposal> propose(RecallRequest request) {
                return List.of();
            }

            @Override
            public List<ShelfSpec> shelves(RecallRequest request) {
                return Collections.nCopies(
                        10_000_000, new ShelfSpec("mine", "Mine", "mine", Set.of(), List.of(), 1, 5, -1));
            }
        });

        assertThat(degradations(page)).containsExactly("recall/other/failed");
    }

    @Test
    void allGeneratorsFailingGivesAnEmptyPageThatSaysSo() {
        world.plugin.generator("popular", request -> {
            throw new IllegalStateException("down");
        });

        HomePage page = world.home("u");

        assertThat(page.shelves()).isEmpty();
        assertThat(page.cursor()).isEmpty();
        assertThat(degradations(page)).containsExactly("recall/popular/failed", "packing/page/empty");
    }

    @Test
    void aLateResultWarmsTheNextPage() {
        world.config("generators = [popular, { name = other, deadline = 100ms }]");
        CountDownLatch firstPage = new CountDownLatch(1);
        world.plugin.generator("other", request -> {
            if (request.context().at().isAfter(EngineWorld.NOW)) {
                Scripts.hang(world.end);
            }
            awaited(firstPage);
            return List.of(new Proposal("albums", "item-000", 1, Evidence.of("late", "Late")));
        });

        HomePage first = world.engine().home(EngineWorld.request("u").build());
        PageRecord logged = world.logged(first);
        firstPage.countDown();
        await().until(() -> world.home("u").degradations().isEmpty());
        HomePage second = world.engine()
                .home(EngineWorld.request("u")
                        .requestId("r2")
                        .at(EngineWorld.NOW.plusSeconds(60))
                        .build());

        assertThat(degradations(first)).containsExactly("recall/other/late");
        assertThat(degradations(second)).containsExactly("recall/other/late");
        assertThat(second.degradations().get(0).message()).contains("earlier page");
        assertThat(world.logged(second).lateInstances().get(0)).startsWith("recall/other@2024-05-01T12:00:00Z@0");
        PageChecks.sameBytes(world.engine().replay(world.logged(second)), second);
        PageChecks.sameBytes(world.engine().replay(logged), first);
    }

    @Test
    void aShelfThatAGeneratorBringsMustNotBreakThePage() {
        String huge = "x".repeat(100_000);
        HomePage page = withOther(new CandidateGenerator() {
            @Override
            public List<Proposal> propose(RecallRequest request) {
                return List.of();
            }

            @Override
            public List<ShelfSpec> shelves(RecallRequest request) {
                return List.of(new ShelfSpec(huge, "Huge", "huge", Set.of(), List.of(), 1, 5, -1));
            }
        });

        assertThat(degradations(page)).containsExactly("recall/other/failed");
    }

    @Test
    void aShelfThatIsBroughtUnderATakenIdIsLeftOut() {
        HomePage page = withOther(new CandidateGenerator() {
            @Override
            public List<Proposal> propose(RecallRequest request) {
                return List.of();
            }

            @Override
            public List<ShelfSpec> shelves(RecallRequest request) {
                return List.of(new ShelfSpec("albums", "Mine", "mine", Set.of(), List.of(), 1, 5, 0));
            }
        });

        assertThat(degradations(page)).containsExactly("recall/other/shelf-taken");
        assertThat(page.shelf("albums").orElseThrow().title()).isEqualTo("Albums");
    }

    @Test
    void aFeatureSetThatThrowsLeavesItsColumnsMissing() throws Exception {
        world.plugin.features("broken", Scripts.features(List.of("test.a", "test.b"), (batch, columns) -> {
            columns.set(0, 0, 0.5);
            throw new IllegalStateException("no table");
        }));
        Map<String, Integer> counts = new ConcurrentHashMap<>();
        world.config("features = [broken, tiny]").metrics(new CountingMetrics(counts));

        HomePage page = world.home("u");

        PageChecks.isAGoodPage(page);
        assertThat(degradations(page)).containsExactly("features/broken/failed");
        assertThat(counts).containsKey("features/broken/failed");
        assertThat(world.logged(page).slots()).allSatisfy(slot -> {
            assertThat(slot.features()).hasSize(5);
            assertThat(slot.features()[0]).isNaN();
            assertThat(slot.features()[1]).isNaN();
            assertThat(slot.features()[2]).isNotNaN();
        });
    }

    @Test
    void aFeatureSetThatHangsLeavesItsColumnsMissing() throws Exception {
        world.plugin.features(
                "broken", Scripts.features(List.of("test.a"), (batch, columns) -> Scripts.hang(world.end)));
        world.config("features = [tiny, broken], deadlines.features = 300ms");

        HomePage page = world.home("u");

        PageChecks.isAGoodPage(page);
        assertThat(degradations(page)).containsExactly("features/broken/late");
        assertThat(world.logged(page).slots())
                .allSatisfy(slot -> assertThat(slot.features()[3]).isNaN());
        PageChecks.sameBytes(world.engine().replay(world.logged(page)), page);
    }

    @Test
    void aFeatureThatIsNotFiniteReadsAsMissingAndOneOutOfRangeIsClipped() throws Exception {
        world.plugin.features("odd", Scripts.features(List.of("test.a", "test.b"), (batch, columns) -> {
            for (int c = 0; c < batch.size(); c++) {
                columns.set(c, 0, Double.POSITIVE_INFINITY);
                columns.set(c, 1, 1e30);
            }
        }));
        world.config("features = [odd]");

        HomePage page = world.home("u");

        PageChecks.isAGoodPage(page);
        assertThat(world.logged(page).slots()).allSatisfy(slot -> {
            assertThat(slot.features()[0]).isNaN();
            assertThat(slot.features()[1]).isEqualTo(1);
        });
    }

    private static void awaited(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
