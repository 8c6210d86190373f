package io.shelfwright.engine.plugins;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** What is kept of one instance to guard the calls into it: class loader, deadline, bulkhead and breaker; thread-safe. */
public final class Guard {
    private final ClassLoader loader;
    private final Optional<Duration> deadline;
    private volatile @Nullable Limits limits;

    /**
     * Makes a guard with a clean record.
     *
     * @param loader the plugin's, which is the context class loader of every call
     * @param deadline the instance's own, instead of its stage's
     */
    public Guard(ClassLoader loader, Optional<Duration> deadline) {
        this.loader = loader;
        this.deadline = deadline;
    }

    /** Returns a guard of an instance that was given in code. */
    public static Guard of(@Nullable Object plugin) {
        return new Guard(ContextLoader.of(plugin), Optional.empty());
    }

    public ClassLoader loader() {
        return loader;
    }

    public Optional<Duration> deadline() {
        return deadline;
    }

    /**
     * The state of one instance.
     *
     * @param breaker counts what goes wrong, and opens
     * @param places one for each call at the same time
     */
    record Limits(CircuitBreaker breaker, Semaphore places) {}

    Limits limits(Supplier<Limits> made) {
        Limits known = limits;
        if (known == null) {
            synchronized (this) {
                known = limits;
                if (known == null) {
                    known = made.get();
                    limits = known;
                }
            }
        }
        return known;
    }

    /** Returns whether the instance is left out just now. */
    boolean open() {
        Limits known = limits;
        return known != null && known.breaker().getState() == CircuitBreaker.State.OPEN;
    }
}
