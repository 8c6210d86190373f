package io.shelfwright.engine.plugins;

import io.shelfwright.api.PluginException;
import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Calls that make, describe or close an instance, each on a thread that ends with it: one that hangs must hold up neither
 * the start of the engine nor its end.
 */
public final class Lifecycle {
    /** How long an instance may take to close. */
    public static final Duration CLOSING = Duration.ofSeconds(10);

    private Lifecycle() {}

    /**
     * Does work and waits.
     *
     * @param loader the context class loader of the work
     * @param what for messages, such as {@code making 'podcasts'}
     * @throws IllegalStateException if it takes longer, or throws a checked exception
     * @throws PluginException as the work does; other unchecked exceptions and linkage errors likewise
     */
    public static <R> R within(ClassLoader loader, Duration limit, String what, Callable<R> work) {
        FutureTask<R> task = new FutureTask<>(work);
        Thread thread = new Thread(null, task, "shelfwright-lifecycle", 0, false);
        thread.setDaemon(true);
        thread.setContextClassLoader(loader);
        thread.start();
        try {
            return task.get(limit.toNanos(), TimeUnit.NANOSECONDS);
        } catch (TimeoutException e) {
            task.cancel(true);
            throw new IllegalStateException(what + " took longer than " + limit.toMillis() + " ms and was given up", e);
        } catch (InterruptedException e) {
            task.cancel(true);
            Thread.currentThread().interrupt();
            throw new IllegalStateException(what + " was interrupted", e);
        } catch (ExecutionException e) {
            throw unchecked(what, e.getCause() == null ? e : e.getCause());
        }
    }

    private static RuntimeException unchecked(String what, Throwable cause) {
        if (cause instanceof RuntimeException own) {
            return own;
        }
        if (cause instanceof LinkageError own) {
            throw own;
        }
        return new IllegalStateException(what + " failed: " + Faults.text(cause), cause);
    }
}
