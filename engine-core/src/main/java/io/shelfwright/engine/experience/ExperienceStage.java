package io.shelfwright.engine.experience;

import io.shelfwright.api.Degradation;
import io.shelfwright.api.ExperienceException;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.PageRecord;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import java.util.stream.Stream;

/**
 * Takes finished pages and interactions off the request's path and brings them to every sink, losing none; thread-safe.
 *
 * <p>Taking never waits and never does input or output: each sink has a queue in memory without a bound. A bound would have
 * to block the request, drop a record, or write on the request's path. What keeps the queue short instead is that a sink
 * which fails repeatedly gets its records put into its dead letters, files in the format of the log. Only when that disk
 * fails too do records stay in memory, and are tried again until there is space; {@link #health()} tells how many wait.
 *
 * <p>A crash of the process loses what was accepted within the last {@link ExperienceSettings#flushAfter()}, about.
 */
public final class ExperienceStage implements AutoCloseable {
    /** Name of the stage in degradations. */
    public static final String STAGE = "experience";

    private final ExperienceSettings settings;
    private final Path directory;
    private final InstantSource clock;
    private final List<SinkLane> lanes = new ArrayList<>();
    private final List<DeadLetters> deadLetters = new ArrayList<>();
    private final ReentrantReadWriteLock lifecycle = new ReentrantReadWriteLock();
    private boolean closed;

    /**
     * Starts a thread for each sink.
     *
     * @param directory directory of dead letters, one below it for each sink
     */
    public ExperienceStage(List<NamedSink> sinks, Path directory, InstantSource clock, ExperienceSettings settings) {
        this.settings = settings;
        this.directory = directory;
        this.clock = clock;
        for (NamedSink sink : sinks) {
            DeadLetters letters = new DeadLetters(directory.resolve(sink.name()), clock);
            deadLetters.add(letters);
            lanes.add(new SinkLane(sink, letters, settings));
        }
        lanes.forEach(SinkLane::start);
    }

    public void page(PageRecord page) {
        accept(new LogEntry.Page(page));
    }

    public void interaction(Interaction interaction) {
        accept(new LogEntry.Reaction(interaction));
    }

    /** Waits until everything accepted so far is flushed or in the dead letters; returns whether that came in time. */
    public boolean drain(Duration limit) {
        List<CountDownLatch> marks = new ArrayList<>();
        lifecycle.readLock().lock();
        try {
            if (closed) {
                return true;
            }
            for (SinkLane lane : lanes) {
                CountDownLatch mark = new CountDownLatch(1);
                lane.mark(mark);
                marks.add(mark);
            }
        } finally {
            lifecycle.readLock().unlock();
        }
        long deadline = System.nanoTime() + limit.toNanos();
        try {
            for (CountDownLatch mark : marks) {
                if (!mark.await(deadline - System.nanoTime(), TimeUnit.NANOSECONDS)) {
                    return false;
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
        return true;
    }

    /**
     * Removes a user from every sink and from all dead letters, also those of sinks that are no longer configured.
     *
     * <p>Nothing of the user may be accepted meanwhile; records of others are, and wait their turn.
     *
     * @return names of the sinks that keep what they were given, and have to be seen to by the host
     * @throws ExperienceException if it is not done in time, or a file cannot be written; it can be repeated
     */
    public List<String> erase(String userId, Duration limit) {
        Map<String, CompletableFuture<Boolean>> asked = new LinkedHashMap<>();
        lifecycle.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("the experience stage is closed; erase before close()");
            }
            lanes.forEach(lane -> asked.put(lane.health().sink(), lane.erase(userId)));
        } finally {
            lifecycle.readLock().unlock();
        }
        long deadline = System.nanoTime() + limit.toNanos();
        List<String> keep = new ArrayList<>();
        asked.forEach((sink, done) -> {
            if (!await(sink, done, userId, deadline)) {
                keep.add(sink);
            }
        });
        deadLetters.forEach(letters -> letters.erase(userId));
        eraseForgotten(userId);
        return keep;
    }

    private static boolean await(String sink, CompletableFuture<Boolean> done, String userId, long deadline) {
        String what = "user " + userId + " could not be erased from sink " + sink;
        try {
            return done.get(Math.max(0, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ExperienceException(what + ": the thread was interrupted; erase again", e);
        } catch (TimeoutException e) {
            throw new ExperienceException(
                    what
                            + " in time; what waits for the sink may hold the user: see that the sink works, and erase again",
                    e);
        } catch (ExecutionException e) {
            throw new ExperienceException(what + " (" + e.getCause() + "); put that right and erase again", e);
        }
    }

    /** Sinks that are no longer configured left their dead letters. */
    private void eraseForgotten(String userId) {
        if (!Files.isDirectory(directory)) {
            return;
        }
        try (Stream<Path> entries = Files.list(directory)) {
            for (Path entry : entries.filter(Files::isDirectory).toList()) {
                if (lanes.stream()
                        .noneMatch(lane ->
                                lane.health().sink().equals(entry.getFileName().toString()))) {
                    new DeadLetters(entry, clock).erase(userId);
                }
            }
        } catch (IOException e) {
            throw new ExperienceException("dead letters in " + directory + " cannot be listed; erase again", e);
        }
    }

    /** Returns how each sink fares, in the order of configuration. */
    public List<SinkHealth> health() {
        List<SinkHealth> health = new ArrayList<>();
        for (SinkLane lane : lanes) {
            health.add(lane.health());
        }
        return health;
    }

    /** Returns what is wrong with the sinks, for pages and operators; empty when all is well. */
    public List<Degradation> degradations() {
        List<Degradation> found = new ArrayList<>();
        for (SinkHealth sink : health()) {
            if (!sink.failure().isEmpty()) {
                found.add(new Degradation(
                        STAGE, sink.sink(), "failing", sink.waiting() + " records wait: " + sink.failure()));
            }
            if (sink.deadLettered() > 0) {
                found.add(new Degradation(
                        STAGE, sink.sink(), "dead-letters", sink.deadLettered() + " records are in its dead letters"));
            }
            if (sink.lost() > 0) {
                found.add(new Degradation(STAGE, sink.sink(), "lost", sink.lost() + " records are lost"));
            }
        }
        return found;
    }

    /** Returns what is wrong with the sinks just now, for the pages of this moment; what went well in the end is left out. */
    public List<Degradation> troubles() {
        return degradations().stream()
                .filter(degradation -> !degradation.code().equals("dead-letters"))
                .toList();
    }

    /** Writes everything accepted, closes the sinks, and takes nothing more; a second call does nothing. */
    @Override
    public void close() {
        lifecycle.writeLock().lock();
        try {
            if (closed) {
                return;
            }
            closed = true;
            lanes.forEach(SinkLane::finish);
        } finally {
            lifecycle.writeLock().unlock();
        }
        long deadline = System.nanoTime() + settings.closeLimit().toNanos();
        for (SinkLane lane : lanes) {
            lane.awaitEnd(deadline);
        }
        deadLetters.forEach(DeadLetters::close);
    }

    private void accept(LogEntry.Written entry) {
        lifecycle.readLock().lock();
        try {
            if (closed) {
                throw new IllegalStateException("the experience stage is closed; close it after the last request");
            }
            for (SinkLane lane : lanes) {
                lane.accept(entry);
            }
        } finally {
            lifecycle.readLock().unlock();
        }
    }
}
