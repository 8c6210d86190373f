package io.shelfwright.engine.plugins;

import java.util.concurrent.Executor;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Threads for plugins, made as they are needed and let go when idle; thread-safe.
 *
 * <p>There is no limit to all together, because a limit that instances share is one that a single bad one uses up. Each instance has
 * its own.
 */
final class PluginThreads implements Executor, AutoCloseable {
    private final ThreadPoolExecutor threads;

    PluginThreads() {
        AtomicInteger count = new AtomicInteger();
        threads = new ThreadPoolExecutor(0, Integer.MAX_VALUE, 30, TimeUnit.SECONDS, new SynchronousQueue<>(), work -> {
            Thread thread = new Thread(null, work, "shelfwright-plugin-" + count.incrementAndGet(), 0, false);
            thread.setDaemon(true);
            ContextLoader.reset(thread);
            return thread;
        });
    }

    /** Runs work, or throws what says that there is no thread: a closed engine, or a machine without memory for one. */
    @Override
    public void execute(Runnable work) {
        threads.execute(work);
    }

    int size() {
        return threads.getPoolSize();
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
