package io.shelfwright.engine;

import static io.shelfwright.engine.EngineWorld.degradations;
import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.api.HomePage;
import io.shelfwright.spi.SafetyFilter.Verdict;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An instance that keeps failing is left out for a while, then tried again. */
class BreakersTest {
    private static final String SOON =
            "resilience { window = 4, minimum-calls = 4, trial-calls = 2, open-for = 10s }\n";

    @TempDir
    private Path directory;

    private EngineWorld world;
    private final AtomicBoolean broken = new AtomicBoolean(true);
    private final AtomicInteger asked = new AtomicInteger();

    @BeforeEach
    void makeWorld() {
        world = new EngineWorld(directory).config(SOON);
    }

    @AfterEach
    void endWorld() {
        world.close();
    }

    private void fail() {
        asked.incrementAndGet();
        if (broken.get()) {
            throw new IllegalStateException("down");
        }
    }

    private void breakGenerator() {
        world.plugin.generator("other", request -> {
            fail();
            return List.of();
        });
    }

    /** Asks for pages until the breaker is open. */
    private void open() {
        for (int i = 0; i < 4; i++) {
            world.home("opening-" + i);
        }
    }

    @Test
    void anInstanceThatKeepsFailingIsNotAskedForAWhileAndThePageSaysSo() throws Exception {
        breakGenerator();
        open();
        int before = asked.get();

        HomePage page = world.home("u");

        PageChecks.isAGoodPage(page);
        assertThat(degradations(page)).containsExactly("recall/other/open");
        assertThat(asked).hasValue(before);
        assertThat(world.logged(page).lateInstances()).containsExactly("recall/other");
    }

    @Test
    void aPageThatWasBuiltBesideAnOpenBreakerIsReplayedByteForByteWhateverTheBreakerIsBy() throws Exception {
        breakGenerator();
        open();
        HomePage page = world.home("u");

        PageChecks.sameBytes(world.engine().replay(world.logged(page)), page);
        broken.set(false);
        world.ticks.addAndGet(Duration.ofSeconds(11).toNanos());
        PageChecks.sameBytes(world.engine().replay(world.logged(page)), page);
    }

    @Test
    void aPageThatAnInstanceTookPartInIsReplayedByteForByteWhileItsBreakerIsOpen() throws Exception {
        world.config("rules.scores = [moody]").plugin.score("moody", (batch, adjustments) -> {
            fail();
            for (int c = 0; c < batch.size(); c++) {
                adjustments.add(c, batch.itemIndex(c) % 5, "by number");
            }
        });
        broken.set(false);
        HomePage page = world.home("u");
        broken.set(true);
        for (int i = 0; i < 8; i++) {
            world.home("opening-" + i);
        }
        assertThat(degradations(world.home("v"))).containsExactly("ranking/moody/open");
        broken.set(false);

        PageChecks.sameBytes(world.engine().replay(world.logged(page)), page);
    }

    @Test
    void aPageOnWhichAnInstanceFailedIsReplayedByteForByteAlsoWhenItWorksAgain() throws Exception {
        world.config("rules.scores = [moody]").plugin.score("moody", (batch, adjustments) -> {
            fail();
            adjustments.add(0, 3, "up");
        });
        HomePage page = world.home("u");
        broken.set(false);

        assertThat(degradations(page)).containsExactly("ranking/moody/failed");
        PageChecks.sameBytes(world.engine().replay(world.logged(page)), page);
    }

    @Test
    void anInstanceThatWorksAgainTakesPartAgainAfterItsTrial() {
        breakGenerator();
        open();
        broken.set(false);
        assertThat(degradations(world.home("a"))).containsExactly("recall/other/open");

        world.ticks.addAndGet(Duration.ofSeconds(11).toNanos());

        for (int i = 0; i < 6; i++) {
            assertThat(world.home("b" + i).degradations()).isEmpty();
        }
    }

    @Test
    void anInstanceThatFailsItsTrialIsLeftOutAgain() {
        breakGenerator();
        open();
        world.ticks.addAndGet(Duration.ofSeconds(11).toNanos());

        assertThat(degradations(world.home("a"))).containsExactly("recall/other/failed");
        assertThat(degradations(world.home("b"))).containsExactly("recall/other/failed");
        assertThat(degradations(world.home("c"))).containsExactly("recall/other/open");
    }

    @Test
    void aSafetyFilterThatIsLeftOutLeavesEverythingOut() throws Exception {
        world.config("rules.safety = [kids]").plugin.safety("kids", (item, profile, context) -> {
            if (broken.get()) {
                throw new LinkageError("half of it is missing");
            }
            return Verdict.ALLOWED;
        });
        open();
        broken.set(false);

        HomePage page = world.home("u");

        assertThat(page.shelves()).isEmpty();
        assertThat(degradations(page)).contains("eligibility/kids/open", "packing/page/empty");
        PageChecks.sameBytes(world.engine().replay(world.logged(page)), page);
    }

    @Test
    void aSafetyFilterThatFailsForSomeItemsIsNotLeftOut() {
        world.config("rules.safety = [kids]").plugin.safety("kids", (item, profile, context) -> {
            if (item.id().equals("item-056")) {
                throw new IllegalStateException("no label");
            }
            return Verdict.ALLOWED;
        });

        for (int i = 0; i < 10; i++) {
            PageChecks.isAGoodPage(world.home("u" + i));
        }
    }

    @Test
    void aRankerThatIsLeftOutIsReplacedByTheNextRung() throws Exception {
        world.plugin.ranker("main", context -> Scripts.ranker((rows, logits) -> logits[0] = Float.NaN));
        open();

        HomePage page = world.home("u");

        assertThat(page.ranker()).isEqualTo("prior");
        assertThat(degradations(page)).containsExactly("ranking/main/open");
        PageChecks.sameBytes(world.engine().replay(world.logged(page)), page);
    }

    @Test
    void aPlacementRuleThatIsLeftOutHasNoEffectAndTheOthersStay() throws Exception {
        world.config("rules.placements = [window, broken]")
                .plugin
                .placement("window", Scripts.artistWindow(2))
                .placement("broken", Scripts.placement(3, (prefix, slot, item) -> {
                    fail();
                    return 0;
                }));
        open();

        HomePage page = world.home("u");

        assertThat(degradations(page)).containsExactly("placement/broken/open");
        PageChecks.sameBytes(world.engine().replay(world.logged(page)), page);
    }

    @Test
    void anInstanceThatIsMadeAnewBeginsWithAClosedBreaker() {
        breakGenerator();
        open();
        assertThat(degradations(world.home("a"))).containsExactly("recall/other/open");

        world.items(50);
        world.engine().refresh();

        assertThat(degradations(world.home("b"))).containsExactly("recall/other/failed");
    }

    @Test
    void breakersThatTurnAreCounted() {
        ConcurrentHashMap<String, Integer> counts = new ConcurrentHashMap<>();
        world.metrics(new CountingMetrics(counts));
        breakGenerator();
        open();
        broken.set(false);
        world.home("u");
        world.ticks.addAndGet(Duration.ofSeconds(11).toNanos());
        world.home("v");
        world.home("w");

        assertThat(counts)
                .containsKeys(
                        "recall/other/failed",
                        "recall/other/open",
                        "recall/other/breaker-open",
                        "recall/other/breaker-half-open",
                        "recall/other/breaker-closed");
    }

    @Test
    void anInstanceMayHaveADeadlineOfItsOwn() {
        world.config("generators = [popular, { name = other, deadline = 30ms }]")
                .plugin
                .generator("other", request -> Scripts.hang(world.end));

        HomePage page = world.home("u");

        PageChecks.isAGoodPage(page);
        assertThat(degradations(page)).containsExactly("recall/other/late");
        assertThat(page.degradations().get(0).message()).isEqualTo("took longer than 30 ms");
    }

    @Test
    void moreCallsAtATimeThanAllowedAreNotMade() throws Exception {
        CountDownLatch inside = new CountDownLatch(2);
        CountDownLatch enough = new CountDownLatch(1);
        world.config("resilience.max-concurrent-calls = 2");
        world.plugin.generator("other", request -> {
            inside.countDown();
            try {
                enough.await();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return List.of();
        });
        world.engine();
        ExecutorService hosts = Executors.newFixedThreadPool(2);
        try {
            Future<HomePage> first = hosts.submit(() -> world.home("a"));
            Future<HomePage> second = hosts.submit(() -> world.home("b"));
            inside.await();

            HomePage third = world.home("c");

            PageChecks.isAGoodPage(third);
            assertThat(degradations(third)).containsExactly("recall/other/overloaded");
            enough.countDown();
            assertThat(first.get().degradations()).isEmpty();
            assertThat(second.get().degradations()).isEmpty();
            assertThat(world.home("d").degradations()).isEmpty();
        } finally {
            enough.countDown();
            hosts.shutdownNow();
        }
    }
}
