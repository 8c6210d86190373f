package io.shelfwright.engine.experience;

import io.shelfwright.engine.plugins.ContextLoader;
import io.shelfwright.engine.plugins.Faults;
import io.shelfwright.spi.ExperienceSink;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One sink with its own queue and its own thread, so that a sink that fails or hangs holds up no other.
 *
 * <p>Records go in batches: all of a batch, then a flush. Only then are they done; when anything fails before, the whole
 * batch is given again, since a sink may have dropped what it had not flushed.
 */
final class SinkLane {
    private static final Logger log = LoggerFactory.getLogger(SinkLane.class);
    private static final Duration GRACE = Duration.ofSeconds(1);

    private final String name;
    private final ExperienceSink sink;
    private final SinkCalls calls;
    private final boolean primary;
    private final ExperienceSettings settings;
    private final DeadLetters deadLetters;
    private final LinkedBlockingQueue<LogEntry> queue = new LinkedBlockingQueue<>();
    private final CountDownLatch givingUp = new CountDownLatch(1);
    private final CountDownLatch ended = new CountDownLatch(1);
    private final AtomicLong accepted = new AtomicLong();
    private final AtomicLong written = new AtomicLong();
    private final AtomicLong retried = new AtomicLong();
    private final AtomicLong deadLettered = new AtomicLong();
    private final AtomicLong lost = new AtomicLong();
    private final Thread thread;
    private volatile List<LogEntry.Written> inFlight = List.of();
    private volatile String failure = "";

    SinkLane(NamedSink named, DeadLetters deadLetters, ExperienceSettings settings) {
        name = named.name();
        sink = named.sink();
        calls = named.calls();
        primary = named.primary();
        this.settings = settings;
        this.deadLetters = deadLetters;
        thread = new Thread(this::run, "shelfwright-experience-" + name);
        thread.setDaemon(true);
        // Its only work is to call this sink, which lives as long as the engine does.
        thread.setContextClassLoader(ContextLoader.of(sink));
    }

    void start() {
        thread.start();
    }

    void accept(LogEntry.Written entry) {
        accepted.incrementAndGet();
        queue.add(entry);
    }

    /** Counts a latch down when everything accepted before is flushed or in the dead letters. */
    void mark(CountDownLatch reached) {
        queue.add(new LogEntry.Marker(reached, false));
    }

    /** Asks the sink, behind everything accepted before, to remove a user. */
    CompletableFuture<Boolean> erase(String userId) {
        CompletableFuture<Boolean> done = new CompletableFuture<>();
        queue.add(new LogEntry.Erasing(userId, done));
        return done;
    }

    /** Lets the thread end after what was accepted. */
    void finish() {
        queue.add(new LogEntry.Marker(new CountDownLatch(1), true));
    }

    /** Waits for the end until a time of {@link System#nanoTime()}, then puts what is left into the dead letters. */
    void awaitEnd(long deadline) {
        if (endsWithin(deadline - System.nanoTime())) {
            return;
        }
        givingUp.countDown();
        thread.interrupt();
        if (endsWithin(GRACE.toNanos())) {
            return;
        }
        log.error("Sink {} hangs and cannot be closed; what it has not taken goes to its dead letters", name);
        for (LogEntry.Written entry : inFlight) {
            bury(entry);
        }
        buryQueue();
    }

    SinkHealth health() {
        long done = written.get() + deadLettered.get() + lost.get();
        return new SinkHealth(
                name,
                written.get(),
                retried.get(),
                deadLettered.get(),
                lost.get(),
                Math.max(0, accepted.get() - done),
                failure);
    }

    private void run() {
        List<LogEntry.Written> batch = new ArrayList<>();
        boolean open = true;
        while (open) {
            LogEntry next = gather(batch);
            deliver(batch);
            batch.clear();
            if (next instanceof LogEntry.Marker marker) {
                marker.reached().countDown();
                open = !marker.last();
            } else if (next instanceof LogEntry.Erasing erasing) {
                erase(erasing);
            }
        }
        closeSink();
        ended.countDown();
    }

    private void erase(LogEntry.Erasing erasing) {
        try {
            erasing.done().complete(calls.patiently(() -> sink.erase(erasing.userId())));
        } catch (Throwable e) { // whatever a sink throws must reach the one who waits, and this thread must live
            erasing.done().completeExceptionally(e);
        }
    }

    /** Fills a batch until it is full, old enough, or something else than a record is met, which is returned. */
    private @Nullable LogEntry gather(List<LogEntry.Written> batch) {
        long deadline = 0;
        while (batch.size() < settings.batch()) {
            LogEntry entry;
            try {
                entry = batch.isEmpty() ? queue.take() : queue.poll(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
            } catch (InterruptedException e) {
                // Only closing interrupts, and it has put a last marker into the queue.
                continue;
            }
            if (entry == null) {
                return null;
            }
            if (!(entry instanceof LogEntry.Written written)) {
                return entry;
            }
            if (batch.isEmpty()) {
                deadline = System.nanoTime() + settings.flushAfter().toNanos();
            }
            batch.add(written);
        }
        return null;
    }

    private void deliver(List<LogEntry.Written> batch) {
        if (batch.isEmpty()) {
            return;
        }
        inFlight = List.copyOf(batch);
        // A sink that failed last time is not tried at length again for every batch.
        int tries = failure.isEmpty() ? settings.tries() : 1;
        Throwable failed = give(batch);
        for (int attempt = 1; failed != null && mayTryAgain(attempt, tries, failed); attempt++) {
            pause(attempt);
            retried.addAndGet(batch.size());
            failed = give(batch);
        }
        if (failed instanceof SinkCalls.LeftOut) {
            // What it holds up is safe with the dead letters, and does not pile up in memory.
            inFlight.forEach(this::bury);
        } else if (failed != null) {
            deliverOneByOne(inFlight);
        } else {
            written.addAndGet(batch.size());
        }
        inFlight = List.of();
    }

    private boolean mayTryAgain(int attempt, int tries, Throwable failed) {
        if (givingUp.getCount() == 0 || failed instanceof SinkCalls.LeftOut) {
            return false;
        }
        return attempt < tries || (primary && failed instanceof UncheckedIOException);
    }

    /** Finds out which records of a batch the sink does not take, and keeps those. */
    private void deliverOneByOne(List<LogEntry.Written> batch) {
        for (int i = 0; i < batch.size(); i++) {
            LogEntry.Written entry = batch.get(i);
            inFlight = batch.subList(i, batch.size());
            if (batch.size() > 1 && give(List.of(entry)) == null) {
                retried.incrementAndGet();
                written.incrementAndGet();
            } else {
                bury(entry);
            }
        }
    }

    /** Gives records and flushes; returns what the sink threw, null when it took all. */
    private @Nullable Throwable give(List<LogEntry.Written> batch) {
        Throwable failed = calls.run(() -> {
            for (LogEntry.Written entry : batch) {
                entry.to(sink);
            }
            sink.flush();
        });
        if (failed != null) {
            if (failure.isEmpty()) {
                Faults.log("sink", name, failed);
            }
            failure = failed instanceof SinkCalls.LeftOut ? failed.toString() : Faults.text(failed);
        } else if (!failure.isEmpty()) {
            log.info("Sink {} takes records again", name);
            failure = "";
        }
        return failed;
    }

    private void bury(LogEntry.Written entry) {
        for (int attempt = 1; ; attempt++) {
            // Left over from closing; files would not open with it.
            Thread.interrupted();
            try {
                deadLetters.add(entry);
                deadLettered.incrementAndGet();
                return;
            } catch (RuntimeException e) {
                if (givingUp.getCount() == 0 && attempt >= settings.tries()) {
                    lost.incrementAndGet();
                    log.error(
                            "Sink {} and its dead letters failed until the engine was closed; lost: {}",
                            name,
                            entry,
                            e);
                    return;
                }
                failure = "dead letters: " + e;
                pause(attempt);
            }
        }
    }

    private void buryQueue() {
        for (LogEntry entry = queue.poll(); entry != null; entry = queue.poll()) {
            if (entry instanceof LogEntry.Written record) {
                bury(record);
            } else if (entry instanceof LogEntry.Marker marker) {
                marker.reached().countDown();
            } else if (entry instanceof LogEntry.Erasing erasing) {
                erasing.done().completeExceptionally(new IllegalStateException("sink " + name + " was closed"));
            }
        }
    }

    private void closeSink() {
        try {
            calls.close(sink);
        } catch (RuntimeException | LinkageError e) {
            log.error("Sink {} failed while closing; all its records were flushed before", name, e);
        }
    }

    private void pause(int failures) {
        try {
            if (givingUp.await(settings.pause(failures).toNanos(), TimeUnit.NANOSECONDS)) {
                log.debug("Sink {} pauses no longer: it is being closed", name);
            }
        } catch (InterruptedException e) {
            // Only closing interrupts, after it has told this thread to give up.
            log.debug("Sink {} was woken from a pause: it is being closed", name);
        }
    }

    private boolean endsWithin(long nanos) {
        boolean interrupted = false;
        long deadline = System.nanoTime() + nanos;
        try {
            while (true) {
                try {
                    return ended.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS);
                } catch (InterruptedException e) {
                    // A closing thread that is interrupted still writes what was accepted.
                    interrupted = true;
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
