package io.shelfwright.learning.job;

import io.shelfwright.learning.report.Progress;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Runs the parts of a job with some threads of this machine. */
public final class ParallelTasks {
    private ParallelTasks() {}

    /**
     * Returns what all tasks return, in their order; the first failure in that order ends them all.
     *
     * @param what is done, for messages, such as {@code making the dataset}
     * @param threads at least 1
     * @param progress told of each task that ended
     * @throws CancellationException if this thread is interrupted
     */
    public static <T> List<T> run(String what, List<Callable<T>> tasks, int threads, Progress progress) {
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        try {
            List<Future<T>> futures = new ArrayList<>();
            for (Callable<T> task : tasks) {
                futures.add(pool.submit(() -> {
                    T result = task.call();
                    progress.add(1);
                    return result;
                }));
            }
            List<T> results = new ArrayList<>();
            for (Future<T> future : futures) {
                results.add(future.get());
            }
            return results;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new CancellationException(
                    what + " was interrupted; nothing was published, and the next run of the same job goes on");
        } catch (ExecutionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(what + " failed", e.getCause());
        } finally {
            pool.shutdownNow();
        }
    }
}
