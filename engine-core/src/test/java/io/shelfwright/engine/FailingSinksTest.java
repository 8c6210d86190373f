package io.shelfwright.engine;

import static io.shelfwright.engine.EngineWorld.degradations;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.shelfwright.api.HomePage;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.PageRecord;
import io.shelfwright.engine.experience.ExperienceLogReader;
import io.shelfwright.spi.ExperienceSink;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A sink that hangs, throws or lies: no page waits for it, no record is lost, and it is left out for a while. */
class FailingSinksTest {
    private static final Duration LONG = Duration.ofSeconds(30);

    @TempDir
    private Path directory;

    private EngineWorld world;
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();

    @BeforeEach
    void makeWorld() {
        world = new EngineWorld(directory).metrics(new CountingMetrics(counts));
    }

    @AfterEach
    void endWorld() {
        world.close();
    }

    /** Takes what it is given, unless it is told to do worse. */
    private class Sink implements ExperienceSink {
        final List<String> taken = new CopyOnWriteArrayList<>();
        final AtomicBoolean throwing = new AtomicBoolean();
        final AtomicBoolean hanging = new AtomicBoolean();
        final AtomicInteger calls = new AtomicInteger();
        final AtomicInteger atATime = new AtomicInteger();
        final AtomicInteger mostAtATime = new AtomicInteger();

        @Override
        public void page(PageRecord page) {
            take(page.page().requestId());
        }

        @Override
        public void interaction(Interaction interaction) {
            take(String.valueOf(interaction.id()));
        }

        private void take(String id) {
            calls.incrementAndGet();
            mostAtATime.accumulateAndGet(atATime.incrementAndGet(), Math::max);
            try {
                if (hanging.get()) {
                    Scripts.hang(world.end);
                }
                if (throwing.get()) {
                    throw new IllegalStateException("broker is down");
                }
                taken.add(id);
            } finally {
                atATime.decrementAndGet();
            }
        }
    }

    private Sink sink(String settings) {
        Sink sink = new Sink();
        world.plugin.sink("bus", sink);
        world.config("storage.sinks = [{ factory = bus" + settings + " }]");
        return sink;
    }

    private List<String> serve(String prefix, int count) {
        List<String> served = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            served.add(world.home(prefix + i).requestId());
        }
        return served;
    }

    private List<String> deadLetters() {
        List<String> ids = new ArrayList<>();
        ExperienceLogReader reader =
                new ExperienceLogReader(directory.resolve("experience").resolve("bus"));
        reader.pages(record -> ids.add(record.page().requestId()));
        reader.interactions(interaction -> ids.add(String.valueOf(interaction.id())));
        return ids;
    }

    @Test
    void pagesComeWhileASinkHangsForEverAndAllTheirRecordsAreOnTheDiskBeforeTheEngineCloses() {
        Sink sink = sink(", deadline = 20ms");
        sink.hanging.set(true);

        List<String> served = serve("u", 40);
        served.add(world.engine()
                .record(Interaction.of("u1", InteractionType.PLAY, "item-001"))
                .interactionId());

        await().atMost(LONG).untilAsserted(() -> assertThat(deadLetters()).containsExactlyInAnyOrderElementsOf(served));
        HomePage page = world.home("after");
        PageChecks.isAGoodPage(page);
        assertThat(degradations(page)).containsExactly("experience/bus/failing");
        assertThat(sink.mostAtATime).hasValue(1);
        assertThat(counts).containsKeys("experience/bus/late");
    }

    @Test
    void noPageWaitsForASinkWhoseDeadlineIsLong() {
        Sink sink = sink(", deadline = 60s");
        sink.hanging.set(true);

        List<String> served = serve("u", 40);

        assertThat(sink.taken).isEmpty();
        assertThat(counts).doesNotContainKey("experience/bus/late");
        world.close();
        assertThat(logged()).containsExactlyInAnyOrderElementsOf(served);
    }

    private List<String> logged() {
        List<String> ids = new ArrayList<>();
        new ExperienceLogReader(directory.resolve("experience"))
                .pages(record -> ids.add(record.page().requestId()));
        return ids;
    }

    @Test
    void aSinkThatKeepsThrowingIsNotAskedForAWhileAndThenTakesPartAgain() {
        world.config("resilience { minimum-calls = 4, window = 4, open-for = 10s, trial-calls = 1 }");
        Sink sink = sink("");
        sink.throwing.set(true);
        List<String> served = serve("u", 5);
        await().atMost(LONG).until(() -> counts.containsKey("experience/bus/breaker-open"));
        await().atMost(LONG).untilAsserted(() -> assertThat(deadLetters()).containsAll(served));
        int asked = sink.calls.get();

        served.addAll(serve("left-out-", 30));
        await().atMost(LONG).untilAsserted(() -> assertThat(deadLetters()).containsExactlyInAnyOrderElementsOf(served));
        assertThat(sink.calls).hasValue(asked);
        assertThat(counts).containsKey("experience/bus/open");

        sink.throwing.set(false);
        world.ticks.addAndGet(Duration.ofSeconds(11).toNanos());
        List<String> after = serve("again-", 5);
        await().atMost(LONG).untilAsserted(() -> assertThat(sink.taken).containsAll(after));
        assertThat(degradations(world.home("last"))).isEmpty();
        assertThat(deadLetters()).containsExactlyInAnyOrderElementsOf(served);
    }

    @Test
    void aSinkThatThrowsAnErrorIsOneThatFailed() {
        Sink sink = new Sink() {
            @Override
            public void flush() {
                throw new StackOverflowError("deep");
            }
        };
        world.plugin.sink("bus", sink);
        world.config("storage.sinks = [bus]");

        List<String> served = serve("u", 3);

        await().atMost(LONG).untilAsserted(() -> assertThat(deadLetters()).containsAll(served));
        PageChecks.isAGoodPage(world.home("after"));
    }

    @Test
    void aSinkThatThrowsAnErrorWhileItIsClosedHasTakenEverything() {
        Sink sink = new Sink() {
            @Override
            public void close() {
                throw new NoClassDefFoundError("what it closes with");
            }
        };
        world.plugin.sink("bus", sink);
        world.config("storage.sinks = [bus]");
        List<String> served = serve("u", 3);

        world.close();

        assertThat(sink.taken).containsExactlyElementsOf(served);
        assertThat(logged()).containsExactlyElementsOf(served);
    }
}
