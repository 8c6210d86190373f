package io.shelfwright.engine.plugins;

import io.shelfwright.engine.plugins.Guard.Limits;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The right of one request to call one instance: a place in its bulkhead and a leave of its breaker; thread-safe.
 *
 * <p>Exactly one of {@link #succeeded}, {@link #failed} and {@link #undecided} is told, and the place is left when the thread
 * comes back, which may be long after the request went on.
 */
final class Turn {
    private static final RuntimeException FAILED = new IllegalStateException("failed");

    private final Limits limits;
    private final boolean counts;
    private final long start = System.nanoTime();
    private final AtomicBoolean told = new AtomicBoolean();
    private final AtomicBoolean left = new AtomicBoolean();

    private Turn(Limits limits, boolean counts) {
        this.limits = limits;
        this.counts = counts;
    }

    /**
     * What comes of asking for a turn.
     *
     * @param turn null when it was refused
     * @param refusal null when it was not
     */
    record Admission(@Nullable Turn turn, @Nullable Fault refusal) {}

    /** Asks for a turn; a page that is built again asks no breaker, and tells it nothing. */
    static Admission ask(Limits limits, boolean again) {
        if (!again && !limits.breaker().tryAcquirePermission()) {
            return new Admission(
                    null, new Fault("open", "is left out for a while, because too many of its latest calls failed"));
        }
        if (!limits.places().tryAcquire()) {
            if (!again) {
                limits.breaker().releasePermission();
            }
            return new Admission(null, new Fault("overloaded", "too many of its earlier calls still run"));
        }
        return new Admission(new Turn(limits, !again), null);
    }

    void succeeded() {
        if (counts && told.compareAndSet(false, true)) {
            limits.breaker().onSuccess(System.nanoTime() - start, TimeUnit.NANOSECONDS);
        }
    }

    void failed() {
        if (counts && told.compareAndSet(false, true)) {
            limits.breaker().onError(System.nanoTime() - start, TimeUnit.NANOSECONDS, FAILED);
        }
    }

    /** Says that nothing was learned of the instance. */
    void undecided() {
        if (counts && told.compareAndSet(false, true)) {
            limits.breaker().releasePermission();
        }
    }

    /** Leaves the place; a second call does nothing. */
    void leave() {
        if (left.compareAndSet(false, true)) {
            limits.places().release();
        }
    }
}
