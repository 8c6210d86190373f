package io.shelfwright.learning.schedule;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.api.BadRequestException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScheduledRunsTest {
    private final List<String> progress = new ArrayList<>();
    private final List<Instant> runs = new ArrayList<>();
    private Instant now = Instant.parse("2024-05-03T10:15:00Z");

    @TempDir
    Path directory;

    @Test
    void runsBeginAtTheirTimes() throws InterruptedException {
        run(settings(Duration.ZERO, Misfire.ONCE), 3, () -> now = now.plusSeconds(60));
        assertThat(runs)
                .containsExactly(
                        Instant.parse("2024-05-03T11:00:00Z"),
                        Instant.parse("2024-05-03T12:00:00Z"),
                        Instant.parse("2024-05-03T13:00:00Z"));
    }

    @Test
    void aRunThatFailsIsToldAndTheNextOneIsTried() throws InterruptedException {
        run(settings(Duration.ZERO, Misfire.ONCE), 2, () -> {
            throw new IllegalStateException("the disk\nis full");
        });
        assertThat(runs).hasSize(2);
        assertThat(progress).contains("run 1 failed, the snapshot in use stays in use: the disk is full");
    }

    @Test
    void oneRunMakesUpForTimesThatPassedDuringARun() throws InterruptedException {
        run(settings(Duration.ZERO, Misfire.ONCE), 3, () -> {
            if (runs.size() == 1) {
                now = now.plus(Duration.ofMinutes(150));
            }
        });
        assertThat(runs)
                .containsExactly(
                        Instant.parse("2024-05-03T11:00:00Z"),
                        Instant.parse("2024-05-03T13:30:00Z"),
                        Instant.parse("2024-05-03T14:00:00Z"));
        assertThat(progress).anyMatch(line -> line.startsWith("2 times passed meanwhile"));
    }

    @Test
    void timesThatPassedAreLeftOutWhereThatIsWanted() throws InterruptedException {
        run(settings(Duration.ZERO, Misfire.SKIP), 2, () -> now = now.plus(Duration.ofMinutes(150)));
        assertThat(runs).containsExactly(Instant.parse("2024-05-03T11:00:00Z"), Instant.parse("2024-05-03T14:00:00Z"));
    }

    @Test
    void theDelayDependsOnTheSeedAndTheTimeAlone() throws InterruptedException {
        ScheduleSettings jittered = settings(Duration.ofMinutes(10), Misfire.ONCE);
        run(jittered, 4, () -> {});
        List<Instant> first = List.copyOf(runs);
        runs.clear();
        now = Instant.parse("2024-05-03T10:15:00Z");
        run(jittered, 4, () -> {});

        assertThat(runs).isEqualTo(first);
        assertThat(first)
                .allSatisfy(run -> assertThat(run.getEpochSecond() % 3600).isBetween(0L, 600L));
        assertThat(first.stream().map(run -> run.getEpochSecond() % 3600).distinct())
                .hasSizeGreaterThan(1);
    }

    @Test
    void whoWaitsStopsAtOnce() throws InterruptedException {
        CountDownLatch waiting = new CountDownLatch(1);
        AtomicReference<StopSignal> signal = new AtomicReference<>();
        AtomicReference<Throwable> ended = new AtomicReference<>();
        Thread worker = new Thread(() -> {
            StopSignal stop = new StopSignal();
            signal.set(stop);
            try {
                runs(settings(Duration.ZERO, Misfire.ONCE), stop.during(time -> {
                            waiting.countDown();
                            new CountDownLatch(1).await();
                        }))
                        .run(() -> {}, 0);
            } catch (InterruptedException | StopSignal.Stopped e) {
                ended.set(e);
            } finally {
                stop.end();
            }
        });
        worker.start();
        waiting.await();
        assertThat(signal.get().stop(Duration.ofMinutes(1))).isTrue();
        worker.join();
        assertThat(ended.get()).isInstanceOf(InterruptedException.class);
    }

    @Test
    void whoWorksStopsWhereItTellsItsProgress() throws InterruptedException {
        CountDownLatch working = new CountDownLatch(1);
        AtomicReference<StopSignal> signal = new AtomicReference<>();
        AtomicReference<Throwable> ended = new AtomicReference<>();
        Thread worker = new Thread(() -> {
            StopSignal stop = new StopSignal();
            signal.set(stop);
            try {
                runs(settings(Duration.ZERO, Misfire.ONCE), time -> {})
                        .run(
                                () -> {
                                    working.countDown();
                                    while (true) {
                                        stop.check();
                                        Thread.onSpinWait();
                                    }
                                },
                                0);
            } catch (InterruptedException | StopSignal.Stopped e) {
                ended.set(e);
            } finally {
                stop.end();
            }
        });
        worker.start();
        working.await();
        assertThat(signal.get().stop(Duration.ofMinutes(1))).isTrue();
        worker.join();
        assertThat(ended.get()).isInstanceOf(StopSignal.Stopped.class);
        assertThat(worker.isInterrupted()).isFalse();
    }

    @Test
    void twoRunsOnTheSameDataExcludeEachOther() {
        Path file = directory.resolve("learning.lock");
        try (RunLock held = RunLock.take(file)) {
            assertThat(held).isNotNull();
            assertThatThrownBy(() -> RunLock.take(file))
                    .isInstanceOf(BadRequestException.class)
                    .hasMessageContaining("another run of learn");
        }
        RunLock.take(file).close();
    }

    private void run(ScheduleSettings settings, int most, ScheduledRuns.Job job) throws InterruptedException {
        runs(settings, time -> now = time.isAfter(now) ? time : now)
                .run(
                        () -> {
                            runs.add(now);
                            job.run();
                        },
                        most);
    }

    private ScheduledRuns runs(ScheduleSettings settings, ScheduledRuns.Pause pause) {
        return new ScheduledRuns(Timetable.of("hourly", "UTC"), settings, () -> now, pause, 7, progress::add);
    }

    private static ScheduleSettings settings(Duration jitter, Misfire misfire) {
        return new ScheduleSettings("hourly", "UTC", jitter, misfire, Duration.ofSeconds(20));
    }
}
