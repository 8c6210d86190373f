package io.shelfwright.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shelfwright.api.HomeEngine;
import io.shelfwright.api.HomePage;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two hundred reloads of a plugin while four threads ask for pages. */
class ReloadUnderLoadTest {
    private static final int RELOADS = Integer.getInteger("shelfwright.reloads", 200);
    private static final int THREADS = 4;

    @TempDir
    private Path directory;

    private final ConcurrentLinkedQueue<Object> wrong = new ConcurrentLinkedQueue<>();
    private final Set<String> seen = ConcurrentHashMap.newKeySet();
    private final AtomicLong pages = new AtomicLong();
    private final AtomicBoolean done = new AtomicBoolean();

    @Test
    void noPageFailsOrMixesBuildsAndNoOldClassLoaderIsLeft() throws InterruptedException {
        Path plugins = directory.resolve("loaded");
        StampPlugin stamp = StampPlugin.plain();
        stamp.build(0).writeTo(plugins.resolve("stamp.jar"));
        WatchedSource source = new WatchedSource(plugins);
        try (EngineWorld world = new EngineWorld(directory).items(60).config(StampPlugin.CONFIG)) {
            HomeEngine engine = world.builder().pluginSource(source).build();
            try (engine) {
                long start = System.nanoTime();
                List<Thread> threads = load(engine);
                for (int build = 1; build <= RELOADS; build++) {
                    stamp.build(build).writeTo(plugins.resolve("stamp.jar"));
                    assertThat(engine.reloadPlugins().reloaded()).containsExactly("stamp");
                    long before = pages.get();
                    await().atMost(Duration.ofSeconds(60)).until(() -> pages.get() > before || !wrong.isEmpty());
                }
                done.set(true);
                for (Thread thread : threads) {
                    thread.join();
                }
                System.out.printf(
                        "%d reloads and %d pages in %d ms, %d builds seen, on Java %s%n",
                        RELOADS, pages.get(), (System.nanoTime() - start) / 1_000_000, seen.size(), Runtime.version());

                assertThat(wrong).isEmpty();
                assertThat(seen).hasSizeGreaterThan(RELOADS / 2);
                assertThat(source.loaders()).hasSize(RELOADS + 1);
                source.requireOnlyTheLastLoaderLeft();
                assertThat(engine.plugins())
                        .filteredOn(plugin -> plugin.id().equals("stamp"))
                        .singleElement()
                        .matches(plugin -> plugin.version().equals("1." + RELOADS));
            }
        }
    }

    private List<Thread> load(HomeEngine engine) {
        List<Thread> threads = new ArrayList<>();
        for (int t = 0; t < THREADS; t++) {
            int number = t;
            Thread thread = new Thread(() -> {
                for (int n = 0; !done.get() && wrong.isEmpty(); n++) {
                    try {
                        check(engine.home(
                                EngineWorld.request("u" + number + "-" + n % 50).build()));
                        pages.incrementAndGet();
                    } catch (Throwable e) { // whatever fails a page fails the test
                        wrong.add(e);
                    }
                }
            });
            threads.add(thread);
            thread.start();
        }
        return threads;
    }

    /** Both shelves and every reason on them must say the same build. */
    private void check(HomePage page) {
        if (!page.degradations().isEmpty()) {
            wrong.add(page.degradations());
        }
        String build = page.shelf("stamp-0").orElseThrow().title();
        String other = page.shelf("stamp-1").orElseThrow().title();
        boolean reasons = List.of("stamp-0", "stamp-1").stream()
                .flatMap(shelf -> page.shelf(shelf).orElseThrow().cards().stream())
                .flatMap(card -> card.reasons().stream())
                .filter(reason -> reason.code().equals("stamp"))
                .allMatch(reason -> reason.text().equals(build));
        if (!build.equals(other) || !reasons) {
            wrong.add(page);
        }
        seen.add(build);
    }
}
