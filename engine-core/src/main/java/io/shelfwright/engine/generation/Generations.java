package io.shelfwright.engine.generation;

import io.shelfwright.engine.plugins.ContextLoader;
import io.shelfwright.engine.plugins.Lifecycle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The generation in use, behind one reference; thread-safe.
 *
 * <p>A request leases the generation and releases it when done. A swap publishes the new one at once; the old one is closed
 * by whoever releases it last. So requests in flight finish on what they started with, and none ever sees two.
 */
public final class Generations implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Generations.class);

    private volatile Holder current;
    private volatile @Nullable Holder candidate;
    private volatile boolean closed;

    public Generations(Generation first) {
        current = new Holder(first);
    }

    /** A generation that stays open until this is closed. */
    public interface Lease extends AutoCloseable {
        Generation generation();

        @Override
        void close();
    }

    /** Returns a lease on the generation in use. */
    public Lease lease() {
        while (true) {
            Holder holder = current;
            if (holder.acquire()) {
                return holder;
            }
            if (closed) {
                throw new IllegalStateException("the engine is closed; close it after the last request");
            }
        }
    }

    /**
     * Returns a lease on the candidate if there is one that a request is to have, and else on the generation in use.
     *
     * @param wanted whether the request is to have the candidate of a version
     */
    public Lease lease(Predicate<String> wanted) {
        Holder tried = candidate;
        return tried != null && wanted.test(tried.generation().version()) && tried.acquire() ? tried : lease();
    }

    /** Returns the version of the candidate, empty where there is none. */
    public String candidate() {
        Holder tried = candidate;
        return tried == null ? "" : tried.generation().version();
    }

    /** Begins to try a candidate beside the generation in use. */
    public synchronized void tryOut(Generation next) {
        if (closed) {
            discard(next);
            throw new IllegalStateException("the engine is closed; refresh it before");
        }
        endTrial();
        candidate = new Holder(next);
    }

    /** Ends the trial of the candidate, which is closed when the last lease on it ends; does nothing where there is none. */
    public synchronized void endTrial() {
        Holder tried = candidate;
        candidate = null;
        if (tried != null) {
            tried.close();
        }
    }

    /** Puts a new generation into use. */
    public synchronized void swap(Generation next) {
        if (closed) {
            discard(next);
            throw new IllegalStateException("the engine is closed; refresh it before");
        }
        Holder old = current;
        current = new Holder(next);
        old.close();
    }

    /** Gives up the generation in use, which is closed when the last lease on it ends; a second call does nothing. */
    @Override
    public synchronized void close() {
        if (!closed) {
            closed = true;
            endTrial();
            current.close();
        }
    }

    /** Closes a generation that was never put into use. */
    public static void discard(Generation generation) {
        new Holder(generation).close();
    }

    /** Closes instances; one that fails does not keep the others open. */
    static void closeAll(List<? extends AutoCloseable> instances, String version) {
        for (AutoCloseable instance : instances) {
            try {
                Lifecycle.within(ContextLoader.of(instance), Lifecycle.CLOSING, "closing it", () -> {
                    instance.close();
                    return true;
                });
            } catch (RuntimeException | LinkageError e) {
                LOG.warn("an instance of snapshot {} could not be closed", version, e);
            }
        }
    }

    private static final class Holder implements Lease {
        private final Generation generation;
        private final AtomicInteger leases = new AtomicInteger(1);

        Holder(Generation generation) {
            this.generation = generation;
        }

        boolean acquire() {
            int n = leases.get();
            while (n > 0) {
                if (leases.compareAndSet(n, n + 1)) {
                    return true;
                }
                n = leases.get();
            }
            return false;
        }

        @Override
        public Generation generation() {
            return generation;
        }

        @Override
        public void close() {
            if (leases.decrementAndGet() == 0) {
                closeInstances();
            }
        }

        private void closeInstances() {
            List<AutoCloseable> instances = new ArrayList<>(generation.instances());
            Collections.reverse(instances);
            closeAll(instances, generation.version());
            generation.held().letGo();
            generation.plugins().letGo();
        }
    }
}
