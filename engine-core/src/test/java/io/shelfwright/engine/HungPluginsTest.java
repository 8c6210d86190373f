package io.shelfwright.engine;

import static io.shelfwright.engine.EngineWorld.degradations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shelfwright.api.HomePage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Instances that hang for ever, whatever interrupts them: they keep a bounded number of threads, and pages go on. */
class HungPluginsTest {
    private static final int REQUESTS = 1_000;
    private static final int HOSTS = 4;

    @TempDir
    private Path directory;

    private EngineWorld world;

    @BeforeEach
    void makeWorld() {
        await().until(() -> hung() == 0);
        world = new EngineWorld(directory);
    }

    @AfterEach
    void endWorld() {
        world.close();
    }

    @Test
    void aThousandPagesBesideAGeneratorThatHangsForEverKeepFewThreads() throws Exception {
        world.config("generators = [popular, { name = other, deadline = 20ms }]")
                .plugin
                .generator("other", request -> Scripts.hang(world.end));

        List<HomePage> pages = pages();

        assertThat(hung()).isBetween(10L, 10L + HOSTS);
        assertThat(pluginThreads()).isLessThan(64);
        assertThat(pages).allSatisfy(PageChecks::isAGoodPage);
        assertThat(pages.stream().flatMap(page -> degradations(page).stream()).distinct())
                .containsExactlyInAnyOrder("recall/other/late", "recall/other/open");
    }

    @Test
    void withoutABreakerTheBulkheadIsTheBound() throws Exception {
        world.config("resilience { window = 10000, minimum-calls = 10000, max-concurrent-calls = 7 }")
                .config("generators = [popular, { name = other, deadline = 5ms }]")
                .plugin
                .generator("other", request -> Scripts.hang(world.end));

        List<HomePage> pages = pages();

        assertThat(hung()).isEqualTo(7);
        assertThat(pages).allSatisfy(PageChecks::isAGoodPage);
        assertThat(pages.stream().flatMap(page -> degradations(page).stream()).distinct())
                .containsExactlyInAnyOrder("recall/other/late", "recall/other/overloaded");
    }

    @ParameterizedTest
    @ValueSource(strings = {"feature", "ranker", "filter", "score", "placement", "policy", "packer", "examination"})
    void noKindOfInstanceThatHangsTakesMoreThanItsShare(String kind) {
        world.config("deadlines { features = 20ms, ranking = 20ms, rule = 20ms, packing = 2ms }")
                .config("resilience { window = 10000, minimum-calls = 10000, max-concurrent-calls = 3 }");
        hang(kind);

        for (int i = 0; i < 8; i++) {
            String code = i < 3 ? "/late" : "/overloaded";
            HomePage page = world.home("u" + i);
            PageChecks.isAGoodPage(page);
            assertThat(degradations(page)).anyMatch(told -> told.endsWith(code));
        }
        assertThat(hung()).isEqualTo(3);
    }

    private void hang(String kind) {
        switch (kind) {
            case "feature" -> {
                world.plugin.features(
                        "stuck", Scripts.features(List.of("test.a"), (batch, columns) -> Scripts.hang(world.end)));
                world.config("features = [tiny, stuck]");
            }
            case "ranker" ->
                world.plugin.ranker("main", context -> Scripts.ranker((rows, logits) -> Scripts.hang(world.end)));
            case "filter" ->
                world.config("rules.filters = [stuck]")
                        .plugin
                        .filter("stuck", (batch, drops) -> Scripts.hang(world.end));
            case "score" ->
                world.config("rules.scores = [stuck]")
                        .plugin
                        .score("stuck", (batch, adjustments) -> Scripts.hang(world.end));
            case "placement" ->
                world.config("rules.placements = [stuck]")
                        .plugin
                        .placement(
                                "stuck", Scripts.placement(3, (prefix, slot, item) -> Scripts.<Double>hang(world.end)));
            case "policy" ->
                world.config("exploration { policy = stuck, slots = 3, first-position = 2, last-position = 19 }")
                        .plugin
                        .policy("stuck", (feasible, random) -> Scripts.hang(world.end));
            case "packer" ->
                world.config("packing.packer = stuck")
                        .plugin
                        .packer("stuck", (problem, budget) -> Scripts.hang(world.end));
            default ->
                world.config("packing.examination = stuck")
                        .plugin
                        .examination("stuck", (device, row, column) -> Scripts.<Double>hang(world.end));
        }
    }

    private List<HomePage> pages() throws Exception {
        world.engine();
        ExecutorService hosts = Executors.newFixedThreadPool(HOSTS);
        try {
            List<Future<HomePage>> asked = new ArrayList<>();
            for (int i = 0; i < REQUESTS; i++) {
                String user = "u" + i % 100;
                asked.add(hosts.submit(() -> world.home(user)));
            }
            List<HomePage> pages = new ArrayList<>();
            for (Future<HomePage> page : asked) {
                pages.add(page.get());
            }
            return pages;
        } finally {
            hosts.shutdownNow();
        }
    }

    /** Returns how many threads are in a call that hangs. */
    private static long hung() {
        return Thread.getAllStackTraces().values().stream()
                .filter(stack -> Arrays.stream(stack)
                        .anyMatch(frame -> frame.getClassName().equals(Scripts.class.getName())
                                && frame.getMethodName().equals("hang")))
                .count();
    }

    private static long pluginThreads() {
        return Thread.getAllStackTraces().keySet().stream()
                .filter(thread -> thread.getName().startsWith("shelfwright-plugin-"))
                .count();
    }
}
