package io.shelfwright.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shelfwright.api.PluginInfo;
import io.shelfwright.api.PluginInfo.State;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Old versions of plugins: those that requests still use, and those whose classes somebody keeps. */
class PluginDeparturesTest {
    private static final Duration LONG = Duration.ofSeconds(60);

    @TempDir
    private Path directory;

    private final CountingMetrics metrics = new CountingMetrics(new ConcurrentHashMap<>());
    private EngineWorld world;
    private Path jar;

    @BeforeEach
    void makeWorld() {
        System.getProperties().remove("shelfwright.test.leak");
        world = new EngineWorld(directory)
                .metrics(metrics)
                .config(StampPlugin.CONFIG)
                .config("plugins { drain-timeout = 20ms, leak-check = 20ms }")
                .items(60);
        jar = directory.resolve("plugins").resolve("stamp.jar");
    }

    @AfterEach
    void endWorld() {
        System.getProperties().remove("shelfwright.test.leak");
        world.close();
    }

    private List<State> stamps() {
        return world.engine().plugins().stream()
                .filter(plugin -> plugin.id().equals("stamp"))
                .map(PluginInfo::state)
                .toList();
    }

    @Test
    void aRequestKeepsTheOldVersionWhichIsReportedAndClosedWhenItEnds() throws InterruptedException {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        List<String> titles = new ArrayList<>();
        world.plugin.score("slow", (candidates, adjustments) -> {
            if (candidates.user().profile().userId().equals("slow")) {
                inside.countDown();
                try {
                    go.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        });
        world.config("rules.scores = [slow]");
        StampPlugin.plain().build(1).writeTo(jar);
        world.home("u");
        Thread slow = new Thread(() ->
                titles.add(world.home("slow").shelf("stamp-0").orElseThrow().title()));
        slow.start();
        inside.await();
        StampPlugin.plain().build(2).writeTo(jar);
        world.engine().reloadPlugins();

        await().atMost(LONG).until(() -> metrics.counts().containsKey("plugins/stamp/draining"));
        assertThat(stamps()).containsExactly(State.ACTIVE, State.DRAINING);
        assertThat(world.home("u").shelf("stamp-0").orElseThrow().title()).isEqualTo("Build 2");
        go.countDown();
        slow.join();

        assertThat(titles).containsExactly("Build 1");
        await().atMost(LONG).until(() -> {
            System.gc();
            return stamps().equals(List.of(State.ACTIVE));
        });
        assertThat(metrics.counts()).doesNotContainKey("plugins/stamp/leaked");
    }

    @Test
    void aPluginThatLeavesSomethingInTheHostIsNamedUntilItIsGone() {
        StampPlugin.of("System.getProperties().put(\"shelfwright.test.leak\", this);", "")
                .build(1)
                .writeTo(jar);
        world.home("u");
        StampPlugin.plain().build(2).writeTo(jar);
        world.engine().reloadPlugins();

        await().atMost(LONG).until(() -> {
            System.gc();
            return metrics.counts().containsKey("plugins/stamp/leaked");
        });
        assertThat(stamps()).containsExactly(State.ACTIVE, State.LEAKED);

        System.getProperties().remove("shelfwright.test.leak");
        await().atMost(LONG).until(() -> {
            System.gc();
            return stamps().equals(List.of(State.ACTIVE));
        });
    }

    @Test
    void aPluginThatCleansUpIsNeverNamed() {
        StampPlugin.plain().build(1).writeTo(jar);
        world.home("u");
        for (int build = 2; build < 5; build++) {
            StampPlugin.plain().build(build).writeTo(jar);
            world.engine().reloadPlugins();
        }
        await().atMost(LONG).until(() -> {
            System.gc();
            return stamps().size() == 1;
        });
        assertThat(metrics.counts()).doesNotContainKey("plugins/stamp/leaked");
    }
}
