package io.shelfwright.engine;

import static io.shelfwright.engine.EngineWorld.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.shelfwright.api.Explanation;
import io.shelfwright.api.HomePage;
import io.shelfwright.api.PluginException;
import io.shelfwright.api.SnapshotException;
import io.shelfwright.engine.generation.Calibration;
import io.shelfwright.engine.snapshots.CatalogFiles;
import io.shelfwright.spi.CandidateGenerator;
import io.shelfwright.spi.Proposal;
import io.shelfwright.spi.RecallRequest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Snapshots: damaged ones are refused, publishing is atomic, and a swap happens between pages, never within one. */
class SnapshotLifecycleTest {
    @TempDir
    private Path directory;

    private EngineWorld world;
    private Path first;

    @BeforeEach
    void makeWorld() {
        world = new EngineWorld(directory).items(40);
        first = directory.resolve("snapshots").resolve("000001");
    }

    @AfterEach
    void endWorld() {
        world.close();
    }

    private static void write(Path staging) throws IOException {
        CatalogFiles.write(staging.resolve("catalog"), EngineWorld.catalog(TinyCatalog.of(8, NOW)));
    }

    private void isRefused(String... words) {
        assertThatThrownBy(() -> world.builder().build())
                .isInstanceOf(SnapshotException.class)
                .hasMessageContainingAll(words)
                .hasMessageContaining("000001");
    }

    @Test
    void aChangedFileIsRefused() throws IOException {
        Files.writeString(
                first.resolve("catalog/items.jsonl"),
                Files.readString(first.resolve("catalog/items.jsonl")).replace("Title 3", "Title 4"));

        isRefused("catalog/items.jsonl", "not the one that was published", "roll back");
    }

    @Test
    void aMissingFileIsRefused() throws IOException {
        Files.delete(first.resolve("catalog/usage.bin"));

        isRefused("catalog/usage.bin", "missing");
    }

    @Test
    void anExtraFileIsRefused() throws IOException {
        Files.writeString(first.resolve("catalog/notes.txt"), "mine");

        isRefused("catalog/notes.txt", "not published");
    }

    @Test
    void aDamagedManifestIsRefused() throws IOException {
        String manifest = Files.readString(first.resolve("manifest.json"));
        for (String damaged : List.of(
                manifest.substring(0, manifest.length() / 2),
                "",
                "[]",
                "null",
                "{\"files\": [1]}",
                manifest.replace("2024", "soon"))) {
            Files.writeString(first.resolve("manifest.json"), damaged);

            isRefused("manifest", "damaged");
        }
    }

    @Test
    void aMissingManifestIsRefusedAndItsNumberIsNotGivenAgain() throws IOException {
        Files.delete(first.resolve("manifest.json"));

        isRefused("manifest.json", "missing");
        assertThat(world.snapshots.publish("next", SnapshotLifecycleTest::write))
                .isEqualTo("000002");
    }

    @Test
    void aDirectoryOfAnotherNameIsNoSnapshot() throws IOException {
        Files.createDirectories(directory.resolve("snapshots/backup"));
        Files.copy(first.resolve("manifest.json"), directory.resolve("snapshots/backup/manifest.json"));

        assertThat(world.snapshots.versions()).containsExactly("000001");
        assertThat(world.items(10).snapshots.current()).hasValue("000002");
    }

    @Test
    void noSnapshotAtAllIsAClearError(@TempDir Path empty) {
        try (EngineWorld none = new EngineWorld(empty)) {
            assertThatThrownBy(() -> none.builder().build())
                    .isInstanceOf(SnapshotException.class)
                    .hasMessageContaining("import");
        }
    }

    @Test
    void aWriterThatFailsLeavesTheOldSnapshotInUseAndNoStaging() throws IOException {
        assertThatThrownBy(() -> world.snapshots.publish("crash", staging -> {
                    Files.writeString(staging.resolve("half"), "half");
                    throw new IOException("disk full");
                }))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("disk full")
                .hasMessageContaining("stays in use");
        assertThatThrownBy(() -> world.snapshots.publish("crash", staging -> {
                    Files.writeString(staging.resolve("half"), "half");
                    throw new IllegalStateException("bug");
                }))
                .isInstanceOf(IllegalStateException.class);

        assertThat(world.snapshots.versions()).containsExactly("000001");
        assertThat(world.snapshots.open().version()).isEqualTo("000001");
        try (Stream<Path> left = Files.list(directory.resolve("snapshots"))) {
            assertThat(left.map(path -> path.getFileName().toString()))
                    .containsExactlyInAnyOrder(".lock", "000001", "CURRENT");
        }
    }

    @Test
    void whatACrashLeftInStagingIsCleanedByTheNextPublisher() throws IOException {
        Files.createDirectories(directory.resolve("snapshots/.staging/deep"));
        Files.writeString(directory.resolve("snapshots/.staging/deep/half"), "half");

        String version = world.snapshots.publish("next", SnapshotLifecycleTest::write);

        try (Stream<Path> files = Files.walk(directory.resolve("snapshots").resolve(version))) {
            assertThat(files.map(path -> path.getFileName().toString())).doesNotContain("half");
        }
    }

    @Test
    void threadsThatPublishAtOnceWaitForEachOther() throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<String>> versions = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                Callable<String> publish = () -> world.snapshots.publish("one of many", SnapshotLifecycleTest::write);
                versions.add(threads.submit(publish));
            }
            List<String> published = new ArrayList<>();
            for (Future<String> version : versions) {
                published.add(version.get());
            }
            assertThat(published).doesNotHaveDuplicates().hasSize(8);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void aRollbackIsASwapLikeAnyOther() {
        HomePage old = world.home("u");
        world.items(60);
        assertThat(world.engine().refresh()).isEqualTo("000002");
        assertThat(world.home("u").snapshot()).isEqualTo("000002");

        world.snapshots.rollback("000001");
        assertThat(world.engine().refresh()).isEqualTo("000001");

        PageChecks.sameBytes(world.home("u"), old);
        assertThatThrownBy(() -> world.snapshots.rollback("000009"))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("000001, 000002");
    }

    @Test
    void aRefreshToADamagedSnapshotFailsAndTheOldOneStaysInUse() throws IOException {
        HomePage before = world.home("u");
        world.items(60);
        Files.delete(directory.resolve("snapshots/000002/catalog/artists.json"));

        assertThatThrownBy(() -> world.engine().refresh()).isInstanceOf(SnapshotException.class);

        PageChecks.sameBytes(world.home("u"), before);
    }

    @Test
    void anExplanationIsOfThePagesOwnSnapshot() {
        HomePage page = world.home("u");
        world.items(60);
        world.engine().refresh();

        assertThat(world.engine().explain(page, TinyCatalog.id(50)).outcome())
                .isEqualTo(Explanation.Outcome.NOT_IN_CATALOG);
        String shown = PageChecks.items(page).get(0);
        assertThat(world.engine().explain(page, shown).outcome()).isEqualTo(Explanation.Outcome.SHOWN);
    }

    @Test
    void calibrationIsReadWithTheModel() throws Exception {
        Path models = Files.createDirectories(directory.resolve("model"));
        Calibration.of(Map.of(Calibration.key("albums", "stream"), new Calibration.Curve(1, 2)))
                .write(models);
        HomePage before = world.home("u");
        world.snapshots.publishModels("calibrated", target -> {
            Files.createDirectories(target.resolve("main"));
            Files.copy(models.resolve("calibration.tsv"), target.resolve("main/calibration.tsv"));
        });
        world.engine().refresh();
        HomePage after = world.home("u");

        double logit = world.logged(after).slots().stream()
                .filter(slot -> slot.shelfId().equals("albums"))
                .findFirst()
                .orElseThrow()
                .logits()[0];
        assertThat(after.shelf("albums").orElseThrow().cards().get(0).score())
                .isCloseTo(1 / (1 + Math.exp(-(logit + 2))), org.assertj.core.data.Offset.offset(1e-6));
        assertThat(before.shelf("albums").orElseThrow().cards().get(0).score())
                .isCloseTo(1 / (1 + Math.exp(-logit)), org.assertj.core.data.Offset.offset(1e-6));
    }

    @Test
    void aDamagedCalibrationTakesItsRungOutOfService() {
        world.snapshots.publishModels("damaged", target -> {
            Files.createDirectories(target.resolve("main"));
            Files.writeString(target.resolve("main/calibration.tsv"), "albums\tstream\tone\n");
        });

        HomePage page = world.home("u");

        assertThat(EngineWorld.degradations(page)).containsExactly("ranking/main/failed");
        assertThat(page.degradations().get(0).message()).contains("calibration");
    }

    /** A generator that knows whether it is used after it was closed. */
    private static final class Counted implements CandidateGenerator {
        private final CandidateGenerator inner;
        private final AtomicInteger closed;
        private final AtomicInteger running = new AtomicInteger();
        private final AtomicBoolean open = new AtomicBoolean(true);
        private final Queue<String> faults;

        Counted(CandidateGenerator inner, AtomicInteger closed, Queue<String> faults) {
            this.inner = inner;
            this.closed = closed;
            this.faults = faults;
        }

        @Override
        public List<Proposal> propose(RecallRequest request) {
            running.incrementAndGet();
            try {
                if (!open.get()) {
                    faults.add("used after it was closed");
                }
                return inner.propose(request);
            } finally {
                running.decrementAndGet();
            }
        }

        @Override
        public void close() {
            if (!open.compareAndSet(true, false)) {
                faults.add("closed twice");
            }
            if (running.get() > 0) {
                faults.add("closed while in use");
            }
            closed.incrementAndGet();
        }
    }

    @Test
    void swapsWhileFourThreadsServeMixNoSnapshotsAndCloseEachGenerationOnce() throws Exception {
        AtomicInteger made = new AtomicInteger();
        AtomicInteger closed = new AtomicInteger();
        Queue<String> faults = new ConcurrentLinkedQueue<>();
        world.plugin.makes("popular", context -> {
            made.incrementAndGet();
            return new Counted(Scripts.popular(context), closed, faults);
        });
        for (int i = 0; i < 5; i++) {
            world.snapshots.publishCatalog("next", EngineWorld.catalog(TinyCatalog.of(44 + 4 * i, NOW)));
        }
        world.engine();
        AtomicBoolean done = new AtomicBoolean();
        Queue<String> versions = new ConcurrentLinkedQueue<>();
        ExecutorService threads = Executors.newFixedThreadPool(4);
        List<Future<Boolean>> serving = new ArrayList<>();
        for (int t = 0; t < 4; t++) {
            int thread = t;
            Callable<Boolean> serve = () -> {
                for (int i = 0; !done.get(); i++) {
                    HomePage page = world.home("u" + thread + "-" + i);
                    int size = 40 + 4 * (Integer.parseInt(page.snapshot()) - 1);
                    for (String item : PageChecks.items(page)) {
                        if (Integer.parseInt(item.substring(5)) >= size) {
                            faults.add(item + " on a page of snapshot " + page.snapshot());
                        }
                    }
                    if (!page.degradations().isEmpty()) {
                        faults.add(page.degradations().toString());
                    }
                    versions.add(page.snapshot());
                }
                return true;
            };
            serving.add(threads.submit(serve));
        }
        for (int swap = 0; swap < 12; swap++) {
            world.snapshots.rollback(String.format(java.util.Locale.ROOT, "%06d", swap % 6 + 1));
            world.engine().refresh();
            int served = versions.size();
            await().until(() -> versions.size() > served + 4 || !faults.isEmpty());
        }
        done.set(true);
        for (Future<Boolean> one : serving) {
            one.get(60, TimeUnit.SECONDS);
        }
        threads.shutdown();

        assertThat(faults).isEmpty();
        assertThat(versions.stream().distinct().count()).isGreaterThan(2);
        assertThat(closed.get()).isEqualTo(made.get() - 1);
        world.close();
        assertThat(closed.get()).isEqualTo(made.get());
        assertThat(faults).isEmpty();
    }

    @Test
    void closingWaitsForTheRequestsThatRunAndTakesNoneAfterwards() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        world.plugin.generator("other", request -> {
            begun.countDown();
            try {
                go.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException("interrupted", e);
            }
            return List.of();
        });
        var engine = world.engine();
        ExecutorService threads = Executors.newFixedThreadPool(2);
        Future<HomePage> running = threads.submit(() -> world.home("u"));
        begun.await();
        AtomicReference<Thread> closer = new AtomicReference<>();
        Future<?> closing = threads.submit(() -> {
            closer.set(Thread.currentThread());
            engine.close();
        });
        await().until(() -> closer.get() != null && closer.get().getState() == Thread.State.WAITING);
        assertThat(closing.isDone()).isFalse();
        go.countDown();

        PageChecks.isAGoodPage(running.get(30, TimeUnit.SECONDS));
        assertThat(running.get().degradations()).isEmpty();
        closing.get(30, TimeUnit.SECONDS);
        threads.shutdown();
        assertThatThrownBy(() -> engine.home(EngineWorld.request("late").build()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("closed");
        engine.close();
    }

    @Test
    void whatWasMadeBeforeAnInstanceThatFailsIsClosed() {
        AtomicInteger closed = new AtomicInteger();
        Queue<String> faults = new ConcurrentLinkedQueue<>();
        world.plugin
                .makes("popular", context -> new Counted(Scripts.popular(context), closed, faults))
                .makes("other", context -> {
                    throw new IllegalStateException("no such table");
                });

        assertThatThrownBy(() -> world.builder().build())
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("'other'")
                .hasMessageContaining("no such table");
        assertThat(closed.get()).isEqualTo(1);
    }

    @Test
    @SuppressWarnings("NullAway")
    void aFactoryThatReturnsNothingIsAClearError() {
        world.plugin.makes("other", context -> null);

        assertThatThrownBy(() -> world.builder().build())
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("'other'")
                .hasMessageContaining("null");
    }
}
