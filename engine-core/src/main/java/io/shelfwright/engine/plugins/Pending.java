package io.shelfwright.engine.plugins;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A call that was started on a thread of its own; waited for once.
 *
 * <p>When it is given up, whatever memory it was given must not be used again, as the thread may go on.
 *
 * @param <R> what it gives
 */
public final class Pending<R> {
    /** Whoever comes first has it: the thread that begins, or the request that gives up before. */
    private final AtomicBoolean claimed = new AtomicBoolean();

    private final CompletableFuture<R> late = new CompletableFuture<>();
    private final List<Turn> turns;
    private final @Nullable Fault refusal;
    private final FutureTask<R> task;

    /**
     * What came of a call.
     *
     * @param result null when there is none that can be used
     * @param fault what was wrong, null when nothing was
     * @param cause what was thrown, null when nothing was
     */
    public record Outcome<R>(
            @Nullable R result,
            @Nullable Fault fault,
            @Nullable Throwable cause) {

        static <R> Outcome<R> of(Fault fault) {
            return new Outcome<>(null, fault, null);
        }

        static <R> Outcome<R> of(Throwable cause) {
            return new Outcome<>(null, Faults.of(cause), cause);
        }
    }

    private Pending(List<Turn> turns, @Nullable Fault refusal, Callable<R> work) {
        this.turns = turns;
        this.refusal = refusal;
        task = new FutureTask<>(() -> run(work));
    }

    /** Returns a call that was not let through. */
    static <R> Pending<R> refused(Fault refusal) {
        Pending<R> pending = new Pending<>(List.of(), refusal, () -> {
            throw new IllegalStateException("a call that was refused does not run");
        });
        pending.late.completeExceptionally(new IllegalStateException(refusal.message()));
        return pending;
    }

    /**
     * Returns a call that a thread must {@link #run() run}.
     *
     * @param turns left when the thread comes back
     */
    static <R> Pending<R> of(List<Turn> turns, Callable<R> work) {
        return new Pending<>(turns, null, work);
    }

    Runnable task() {
        return task;
    }

    private R run(Callable<R> work) throws Exception {
        try {
            if (!claimed.compareAndSet(false, true)) {
                throw new IllegalStateException("given up before it began");
            }
            R result = work.call();
            turns.forEach(Turn::leave);
            late.complete(result);
            return result;
        } catch (Throwable e) { // a plugin's error must reach the request, whatever it is
            turns.forEach(Turn::leave);
            late.completeExceptionally(e);
            throw e;
        } finally {
            ContextLoader.reset(Thread.currentThread());
        }
    }

    /**
     * Waits for the result, and looks at it.
     *
     * @param check says what is wrong with a result, if anything
     * @param interrupting whether the thread is interrupted when it is late
     */
    Outcome<R> await(Duration limit, Function<? super R, Optional<Fault>> check, boolean interrupting) {
        if (refusal != null) {
            return Outcome.of(refusal);
        }
        try {
            R result = task.get(Math.max(0, limit.toNanos()), TimeUnit.NANOSECONDS);
            if (result == null) {
                return Outcome.of(new Fault("no-result", "returned null"));
            }
            Optional<Fault> fault = check.apply(result);
            return fault.isPresent() ? Outcome.of(fault.get()) : new Outcome<>(result, null, null);
        } catch (TimeoutException e) {
            boolean began = giveUp(interrupting);
            return Outcome.of(
                    began
                            ? new Fault("late", "took longer than " + limit.toMillis() + " ms")
                            : new Fault("overloaded", "no thread was free in time"));
        } catch (ExecutionException e) {
            return Outcome.of(e.getCause() == null ? e : e.getCause());
        } catch (InterruptedException e) {
            giveUp(true);
            Thread.currentThread().interrupt();
            return Outcome.of(new Fault("interrupted", "the request was interrupted"));
        } catch (RuntimeException | StackOverflowError e) { // what a plugin returned may fail when it is looked at
            return Outcome.of(e);
        }
    }

    /** Returns whether it had begun; what has not is left to its thread, which goes back at once and leaves the turns. */
    private boolean giveUp(boolean interrupting) {
        boolean began = !claimed.compareAndSet(false, true);
        if (began && interrupting) {
            task.cancel(true);
        }
        return began;
    }

    /** Returns what comes in the end, also after it was given up without an interrupt. */
    public CompletableFuture<R> late() {
        return late;
    }
}
