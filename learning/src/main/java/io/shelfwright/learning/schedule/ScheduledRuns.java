package io.shelfwright.learning.schedule;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.SplittableRandom;
import java.util.function.Consumer;

/**
 * Runs a job at the times of a timetable, one run after the other; for one use, by one thread.
 *
 * <p>A run that fails is told and changes nothing; the next one is tried. Runs never overlap: a time that passes while one is
 * going is a misfire.
 */
public final class ScheduledRuns {
    private final Timetable timetable;
    private final ScheduleSettings settings;
    private final InstantSource clock;
    private final Pause pause;
    private final long seed;
    private final Consumer<String> progress;

    /** Waits; the clock of tests goes forward by it. */
    @FunctionalInterface
    public interface Pause {
        /**
         * Returns when the clock shows a time or later.
         *
         * @throws InterruptedException if somebody asked to stop meanwhile
         */
        void until(Instant time) throws InterruptedException;
    }

    /** What is run. */
    @FunctionalInterface
    public interface Job {
        /** Runs once; any exception but {@link StopSignal.Stopped} is a failed run. */
        void run();
    }

    /**
     * Makes a schedule.
     *
     * @param seed of the jitter
     * @param progress told when runs begin, fail and are made up for
     */
    public ScheduledRuns(
            Timetable timetable,
            ScheduleSettings settings,
            InstantSource clock,
            Pause pause,
            long seed,
            Consumer<String> progress) {
        this.timetable = timetable;
        this.settings = settings;
        this.clock = clock;
        this.pause = pause;
        this.seed = seed;
        this.progress = progress;
    }

    /** Returns a pause that sleeps a minute at most before it looks at the clock again, since machines sleep too. */
    public static Pause sleeping(InstantSource clock) {
        return time -> {
            for (Duration left = Duration.between(clock.instant(), time);
                    !left.isNegative() && !left.isZero();
                    left = Duration.between(clock.instant(), time)) {
                Thread.sleep(Math.max(1, Math.min(60_000, left.toMillis())));
            }
        };
    }

    /**
     * Runs a job until somebody asks to stop.
     *
     * @param most runs after which it ends by itself, 0 for never
     * @throws StopSignal.Stopped if somebody asked to stop while a job ran
     * @throws InterruptedException if somebody asked to stop in between
     */
    public void run(Job job, int most) throws InterruptedException {
        Instant due = timetable.after(clock.instant());
        for (int run = 1; most == 0 || run <= most; run++) {
            Instant start = due.plus(delay(due));
            progress.accept("next run at " + start + " (" + timetable + ")");
            pause.until(start);
            attempt(job, run);
            due = next(due);
        }
    }

    private void attempt(Job job, int run) {
        try {
            job.run();
        } catch (StopSignal.Stopped e) {
            throw e;
        } catch (RuntimeException e) {
            progress.accept("run " + run + " failed, the snapshot in use stays in use: "
                    + String.valueOf(e.getMessage() == null ? e : e.getMessage())
                            .strip()
                            .replaceAll("\\s*\\R\\s*", " "));
        }
    }

    /** Returns the next time to run; it may have passed already where one run makes up for missed times. */
    private Instant next(Instant due) {
        Instant now = clock.instant();
        Instant next = timetable.after(due);
        if (next.isAfter(now)) {
            return next;
        }
        int missed = 0;
        Instant latest = next;
        for (Instant time = next; !time.isAfter(now); time = timetable.after(time)) {
            latest = time;
            missed++;
        }
        boolean makeUp = settings.misfire() == Misfire.ONCE;
        progress.accept(missed + (missed == 1 ? " time" : " times") + " passed meanwhile, the latest " + latest + ": "
                + (makeUp ? "one run makes up for it" : "left out"));
        return makeUp ? latest : timetable.after(now);
    }

    /** Returns a delay that depends on the seed and the time alone, so that it is the same after a restart. */
    private Duration delay(Instant due) {
        long most = settings.jitter().toMillis();
        return most == 0
                ? Duration.ZERO
                : Duration.ofMillis(new SplittableRandom(seed * 31 + due.getEpochSecond()).nextLong(most + 1));
    }
}
