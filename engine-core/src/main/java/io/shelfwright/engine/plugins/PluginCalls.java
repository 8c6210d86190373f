package io.shelfwright.engine.plugins;

import io.shelfwright.api.Degradation;
import io.shelfwright.engine.observe.Metrics;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The one guard around calls into plugins: a deadline, a timer, and every failure turned into a degradation.
 *
 * <p>Calls run on threads of their own, so that one that hangs holds up nobody: it is interrupted and left behind, and
 * whatever memory it was given must not be used again. Thread-safe.
 */
public final class PluginCalls implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(PluginCalls.class);
    private static final int MAX_THREADS = 256;

    private enum Progress {
        WAITING,
        RUNNING,
        DONE,
        GIVEN_UP
    }

    private final HangingCalls hanging = new HangingCalls();
    private final ThreadPoolExecutor threads;
    private final Metrics metrics;

    public PluginCalls(Metrics metrics) {
        this.metrics = metrics;
        AtomicInteger count = new AtomicInteger();
        threads = new ThreadPoolExecutor(0, MAX_THREADS, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
            Thread thread = new Thread(work, "shelfwright-plugin-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
    }

    /**
     * Calls a plugin and waits until the deadline at most.
     *
     * @param degraded told what went wrong, if anything
     * @return the result, or empty when it failed or was late
     */
    public <R> Optional<R> call(
            String stage, String instance, Duration deadline, Callable<R> work, Consumer<Degradation> degraded) {
        long start = System.nanoTime();
        AtomicReference<Progress> progress = new AtomicReference<>(Progress.WAITING);
        Future<R> future;
        try {
            future = submit(stage, instance, () -> {
                if (!progress.compareAndSet(Progress.WAITING, Progress.RUNNING)) {
                    throw new CancellationException("given up before it began");
                }
                try {
                    return work.call();
                } finally {
                    if (!progress.compareAndSet(Progress.RUNNING, Progress.DONE)) {
                        hanging.remove(stage + "/" + instance);
                    }
                }
            });
        } catch (RejectedExecutionException e) {
            degraded.accept(failure(stage, instance, "overloaded", String.valueOf(e.getMessage())));
            return Optional.empty();
        }
        try {
            R result = future.get(deadline.toNanos(), TimeUnit.NANOSECONDS);
            if (result != null) {
                return Optional.of(result);
            }
            degraded.accept(failure(stage, instance, "no-result", "returned null"));
        } catch (TimeoutException e) {
            if (progress.compareAndSet(Progress.RUNNING, Progress.GIVEN_UP)) {
                hanging.add(stage + "/" + instance);
            }
            progress.compareAndSet(Progress.WAITING, Progress.GIVEN_UP);
            future.cancel(true);
            degraded.accept(failure(stage, instance, "late", "took longer than " + deadline.toMillis() + " ms"));
        } catch (ExecutionException e) {
            degraded.accept(failed(stage, instance, e.getCause() == null ? e : e.getCause()));
        } catch (InterruptedException e) {
            future.cancel(true);
            Thread.currentThread().interrupt();
            degraded.accept(failure(stage, instance, "interrupted", "the request was interrupted"));
        } finally {
            metrics.time(stage, instance, System.nanoTime() - start);
        }
        return Optional.empty();
    }

    /**
     * Starts a call without waiting for it.
     *
     * @throws RejectedExecutionException if all threads are busy, or too many calls of this instance hang
     */
    public <R> Future<R> submit(String stage, String instance, Callable<R> work) {
        if (hanging.full(stage + "/" + instance)) {
            throw new RejectedExecutionException("too many of its earlier calls still hang");
        }
        try {
            return threads.submit(work);
        } catch (RejectedExecutionException e) {
            throw new RejectedExecutionException("all " + MAX_THREADS + " plugin threads are busy", e);
        }
    }

    /** Notes that a call which was started without waiting is given up but still runs, until it ends. */
    public void hangs(String stage, String instance, CompletableFuture<?> call) {
        hanging.add(stage + "/" + instance);
        var unused = call.whenComplete((result, error) -> hanging.remove(stage + "/" + instance));
    }

    public Metrics metrics() {
        return metrics;
    }

    /** Counts, logs and describes a failure of a plugin. */
    public Degradation failed(String stage, String instance, Throwable cause) {
        LOG.warn("{} '{}' failed", stage, instance, cause);
        return failure(stage, instance, "failed", cause.getClass().getSimpleName() + ": " + cause.getMessage());
    }

    /** Counts and describes anything else that a plugin did wrong. */
    public Degradation failure(String stage, String instance, String code, String message) {
        metrics.count(stage, instance, code);
        return new Degradation(stage, instance, code, message);
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
