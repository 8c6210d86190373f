package io.shelfwright.engine.experience;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.PageRecord;
import io.shelfwright.spi.ExperienceSink;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExperienceStageTest {
    private static final Duration LONG = Duration.ofSeconds(60);
    private static final InstantSource CLOCK = InstantSource.fixed(Instant.parse("2024-05-01T12:00:00Z"));
    private static final ExperienceSettings QUICK = new ExperienceSettings(
            64, Duration.ofMillis(20), 3, Duration.ofMillis(1), Duration.ofMillis(5), Duration.ofMillis(400));

    @TempDir
    Path directory;

    private final Collecting collecting = new Collecting();

    @Test
    void aHundredThousandRecordsFromManyThreadsArriveOnceAndInOrder() throws Exception {
        AvroExperienceLog log = new AvroExperienceLog(directory.resolve("log"), CLOCK, ExperienceLogSettings.DEFAULT);
        int threads = 4;
        int each = 25_000;
        try (ExperienceStage stage = new ExperienceStage(
                List.of(new NamedSink("log", log, true), new NamedSink("other", collecting, false)),
                directory,
                CLOCK,
                ExperienceSettings.DEFAULT)) {
            List<Thread> writers = new ArrayList<>();
            for (int t = 0; t < threads; t++) {
                int from = t * each;
                Thread writer = new Thread(() -> {
                    for (int i = from; i < from + each; i++) {
                        if (i % 100 == 0) {
                            stage.page(Pages.record(i));
                        } else {
                            stage.interaction(Pages.interaction(i));
                        }
                    }
                });
                writer.start();
                writers.add(writer);
            }
            for (Thread writer : writers) {
                writer.join();
            }
            assertThat(stage.drain(LONG)).isTrue();

            for (SinkHealth sink : stage.health()) {
                assertThat(sink.written()).isEqualTo(100_000);
                assertThat(sink.waiting() + sink.lost() + sink.retried() + sink.deadLettered())
                        .isZero();
                assertThat(sink.healthy()).isTrue();
            }
            assertThat(stage.degradations()).isEmpty();
        }

        ExperienceLogReader reader = new ExperienceLogReader(directory.resolve("log"));
        Set<String> ids = new HashSet<>();
        long[] last = new long[threads];
        LogReport interactions = reader.interactions(interaction -> {
            int number = Integer.parseInt(interaction.id().substring(2));
            assertThat(number).isGreaterThanOrEqualTo((int) last[number / each]);
            last[number / each] = number;
            ids.add(interaction.id());
        });
        LogReport pages = reader.pages(page -> ids.add(page.page().requestId()));
        assertThat(ids).hasSize(100_000);
        assertThat(interactions.records() + pages.records()).isEqualTo(100_000);
        assertThat(collecting.ids).hasSize(100_000);
    }

    @Test
    void aSinkThatFailsForAWhileGetsEverythingByTryingAgain() {
        collecting.failures.set(2);
        try (ExperienceStage stage = stage(collecting, false)) {
            give(stage, 10);
            assertThat(stage.drain(LONG)).isTrue();

            SinkHealth health = stage.health().get(0);
            assertThat(health.written()).isEqualTo(10);
            assertThat(health.retried()).isPositive();
            assertThat(health.deadLettered()).isZero();
            assertThat(health.healthy()).isTrue();
        }
        assertThat(collecting.ids).hasSize(10);
    }

    @Test
    void onlyTheRecordsASinkRefusesGoToItsDeadLetters() {
        collecting.refused = id -> id.equals("id3") || id.equals("id7");
        try (ExperienceStage stage = stage(collecting, false)) {
            give(stage, 10);
            assertThat(stage.drain(LONG)).isTrue();

            SinkHealth health = stage.health().get(0);
            assertThat(health.written()).isEqualTo(8);
            assertThat(health.deadLettered()).isEqualTo(2);
            assertThat(health.lost()).isZero();
            assertThat(stage.degradations()).extracting("code").contains("dead-letters");
        }
        assertThat(deadLetters()).containsExactly("id3", "id7");
    }

    @Test
    void aBrokenSinkCostsTheOthersNothing() {
        Collecting broken = new Collecting();
        broken.refused = id -> true;
        try (ExperienceStage stage = new ExperienceStage(
                List.of(new NamedSink("sink", broken, false), new NamedSink("good", collecting, false)),
                directory,
                CLOCK,
                QUICK)) {
            give(stage, 300);
            assertThat(stage.drain(LONG)).isTrue();
            assertThat(stage.health().get(1).written()).isEqualTo(300);
            assertThat(stage.health().get(0).deadLettered()).isEqualTo(300);
            assertThat(stage.health().get(0).healthy()).isFalse();
        }
        assertThat(deadLetters()).hasSize(300);
    }

    @Test
    void whileTheDiskOfThePrimaryLogFailsRecordsWaitInMemory() {
        collecting.diskFull = true;
        try (ExperienceStage stage = stage(collecting, true)) {
            give(stage, 50);
            await().atMost(LONG).until(() -> !stage.health().get(0).failure().isEmpty());
            assertThat(stage.drain(Duration.ofMillis(100))).isFalse();
            assertThat(stage.health().get(0).waiting()).isEqualTo(50);
            assertThat(stage.degradations()).extracting("code").containsExactly("failing");

            collecting.diskFull = false;

            assertThat(stage.drain(LONG)).isTrue();
            assertThat(stage.health().get(0).written()).isEqualTo(50);
            assertThat(stage.degradations()).isEmpty();
        }
    }

    @Test
    void closingWhileTheDiskFailsPutsWhatIsLeftIntoDeadLetters() {
        collecting.diskFull = true;
        ExperienceStage stage = stage(collecting, true);
        give(stage, 150);

        stage.close();

        assertThat(stage.health().get(0).deadLettered()).isEqualTo(150);
        assertThat(stage.health().get(0).lost()).isZero();
        assertThat(deadLetters()).hasSize(150);
    }

    @Test
    void closingWhileASinkHangsPutsWhatIsLeftIntoDeadLetters() {
        CountDownLatch never = new CountDownLatch(1);
        collecting.hang = never;
        ExperienceStage stage = stage(collecting, false);
        give(stage, 200);

        stage.close();

        assertThat(new HashSet<>(deadLetters())).hasSize(200);
        assertThat(stage.health().get(0).lost()).isZero();
        never.countDown();
    }

    @Test
    void closingWritesEverythingAndThenTakesNothing() {
        ExperienceStage stage = stage(collecting, false);
        give(stage, 500);

        stage.close();
        stage.close();

        assertThat(collecting.ids).hasSize(500);
        assertThat(collecting.closed).isTrue();
        assertThat(stage.drain(LONG)).isTrue();
        assertThatThrownBy(() -> stage.interaction(Pages.interaction(1))).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void aRecordThatCannotBeEncodedIsKeptAsText() throws Exception {
        AvroExperienceLog log = new AvroExperienceLog(directory.resolve("log"), CLOCK, ExperienceLogSettings.DEFAULT);
        try (ExperienceStage stage = stage(log, true)) {
            stage.interaction(Pages.interaction(1).at(null));
            stage.interaction(Pages.interaction(2));
            assertThat(stage.drain(LONG)).isTrue();
            assertThat(stage.health().get(0).written()).isEqualTo(1);
            assertThat(stage.health().get(0).deadLettered()).isEqualTo(1);
        }
        assertThat(Files.readString(directory.resolve("sink/rejected.txt"))).contains("id1");
    }

    private ExperienceStage stage(ExperienceSink sink, boolean primary) {
        return new ExperienceStage(List.of(new NamedSink("sink", sink, primary)), directory, CLOCK, QUICK);
    }

    private static void give(ExperienceStage stage, int count) {
        for (int i = 0; i < count; i++) {
            stage.interaction(Pages.interaction(i));
        }
    }

    private List<String> deadLetters() {
        List<String> ids = new ArrayList<>();
        new ExperienceLogReader(directory.resolve("sink")).interactions(interaction -> ids.add(interaction.id()));
        return ids;
    }

    /** Keeps ids, drops what was not flushed when it fails, as a real sink may. */
    private static final class Collecting implements ExperienceSink {
        final Set<String> ids = new HashSet<>();
        final List<String> unflushed = new ArrayList<>();
        final AtomicInteger failures = new AtomicInteger();
        volatile boolean diskFull;
        volatile boolean closed;
        volatile CountDownLatch hang = new CountDownLatch(0);
        volatile Predicate<String> refused = id -> false;

        @Override
        public void page(PageRecord page) {
            take(page.page().requestId());
        }

        @Override
        public void interaction(Interaction interaction) {
            take(interaction.id());
        }

        private void take(String id) {
            boolean waiting = true;
            while (waiting) {
                try {
                    hang.await();
                    waiting = false;
                } catch (InterruptedException e) {
                    waiting = true;
                }
            }
            if (refused.test(id)) {
                unflushed.clear();
                throw new IllegalStateException("refused " + id);
            }
            unflushed.add(id);
        }

        @Override
        public void flush() {
            if (diskFull) {
                unflushed.clear();
                throw new UncheckedIOException(new IOException("no space left on device"));
            }
            if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
                unflushed.clear();
                throw new IllegalStateException("not now");
            }
            ids.addAll(unflushed);
            unflushed.clear();
        }

        @Override
        public void close() {
            closed = true;
        }
    }
}
