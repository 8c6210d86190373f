package io.shelfwright.learning.schedule;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * Asks one thread to stop its work at the next place where that is clean; thread-safe.
 *
 * <p>Work asks {@link #check} wherever it tells its progress. What is published is published by one rename, so there is no
 * moment at which stopping, or even killing, leaves half of anything in use.
 */
public final class StopSignal {
    private final Thread worker;
    private final CountDownLatch ended = new CountDownLatch(1);
    private volatile boolean asked;
    private volatile boolean waiting;

    /** Thrown where work stops. */
    public static final class Stopped extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private Stopped() {
            super("stopped; the snapshot in use stays in use");
        }
    }

    /** Makes a signal for the work of the present thread. */
    public StopSignal() {
        worker = Thread.currentThread();
    }

    /**
     * Asks the work to stop and waits until it has.
     *
     * @param grace how long to wait at most
     * @return whether it has stopped
     */
    public boolean stop(Duration grace) throws InterruptedException {
        asked = true;
        // Only a thread that waits is interrupted: an interrupt closes the files that others read and write.
        if (waiting) {
            worker.interrupt();
        }
        return ended.await(grace.toMillis(), TimeUnit.MILLISECONDS);
    }

    /**
     * Goes on unless somebody asked to stop.
     *
     * @throws Stopped if somebody did
     */
    public void check() {
        if (asked) {
            throw new Stopped();
        }
    }

    /** Returns a pause of the worker that ends at once where somebody asks to stop. */
    public ScheduledRuns.Pause during(ScheduledRuns.Pause pause) {
        return time -> {
            waiting = true;
            try {
                check();
                pause.until(time);
            } finally {
                waiting = false;
            }
            check();
        };
    }

    /** Says that the work has ended, so that nobody waits for it. */
    public void end() {
        ended.countDown();
    }
}
