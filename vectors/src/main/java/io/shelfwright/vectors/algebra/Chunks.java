package io.shelfwright.vectors.algebra;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Runs the chunks of a loop on some threads.
 *
 * <p>What belongs to a chunk depends on the loop alone and never on the number of threads; a caller that keeps one result a
 * chunk and adds them up in order gets the same bytes from any number of threads.
 */
public final class Chunks implements AutoCloseable {
    private final int threads;
    private final ExecutorService pool;

    public Chunks(int threads) {
        this.threads = threads;
        pool = Executors.newFixedThreadPool(threads, task -> {
            Thread thread = new Thread(task, "vectors");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Makes the worker of one thread, which keeps scratch memory of its own. */
    @FunctionalInterface
    public interface WorkerFactory {
        Worker make();
    }

    /** Does one chunk. */
    @FunctionalInterface
    public interface Worker {
        void run(int chunk, int from, int to);
    }

    /** Returns how many chunks a loop has. */
    public static int count(int size, int chunkSize) {
        return (int) (((long) size + chunkSize - 1) / chunkSize);
    }

    /** Runs a loop from 0 to {@code size - 1}; what a chunk throws is thrown here. */
    public void run(int size, int chunkSize, WorkerFactory factory) {
        int chunks = count(size, chunkSize);
        AtomicInteger next = new AtomicInteger();
        List<Future<?>> running = new ArrayList<>();
        for (int thread = 0; thread < Math.min(threads, chunks); thread++) {
            running.add(pool.submit(() -> {
                Worker worker = factory.make();
                for (int chunk = next.getAndIncrement(); chunk < chunks; chunk = next.getAndIncrement()) {
                    int from = chunk * chunkSize;
                    worker.run(chunk, from, (int) Math.min(size, (long) from + chunkSize));
                }
            }));
        }
        try {
            for (Future<?> future : running) {
                future.get();
            }
        } catch (InterruptedException e) {
            pool.shutdownNow();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("the training was interrupted; nothing was kept of it", e);
        } catch (ExecutionException e) {
            next.set(chunks);
            if (e.getCause() instanceof RuntimeException failure) {
                throw failure;
            }
            if (e.getCause() instanceof Error error) {
                throw error;
            }
            throw new IllegalStateException("a training thread failed", e.getCause());
        }
    }

    @Override
    public void close() {
        pool.shutdownNow();
    }
}
