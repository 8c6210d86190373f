package io.shelfwright.engine.plugins;

import io.shelfwright.api.Degradation;
import io.shelfwright.engine.config.ResilienceSettings;
import io.shelfwright.engine.observe.Metrics;
import io.shelfwright.engine.plugins.Guard.Limits;
import io.shelfwright.engine.plugins.Pending.Outcome;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The one guard around calls into plugins: deadline, bulkhead, breaker, context class loader, timer, and every failure turned into a
 * degradation.
 *
 * <p>Calls run on threads of their own, so that one that hangs holds up nobody: it is interrupted and left behind, and
 * whatever memory it was given must not be used again. Thread-safe.
 */
public final class PluginCalls implements AutoCloseable {
    private final PluginThreads threads = new PluginThreads();
    private final Breakers breakers;
    private final Metrics metrics;

    /**
     * Makes a guard.
     *
     * @param nanos elapsed time in nanoseconds for the breakers, such as {@link System#nanoTime}
     */
    public PluginCalls(Metrics metrics, ResilienceSettings settings, LongSupplier nanos) {
        this.metrics = metrics;
        breakers = new Breakers(settings, nanos, metrics);
        metrics.gauge("plugins.left-out", breakers::open);
        metrics.gauge("plugins.threads", threads::size);
    }

    /**
     * Calls a plugin and waits until its deadline at most.
     *
     * @param degraded told what went wrong, if anything
     * @return the result, or empty when it was left out, failed or was late
     */
    public <R> Optional<R> call(PluginCall call, Callable<R> work, Consumer<Degradation> degraded) {
        return call(call, work, result -> Optional.empty(), degraded);
    }

    /**
     * Calls a plugin and looks at what it gives.
     *
     * @param check says what is wrong with a result, if anything, which is a failure like any other
     */
    public <R> Optional<R> call(
            PluginCall call,
            Callable<R> work,
            Function<? super R, Optional<Fault>> check,
            Consumer<Degradation> degraded) {
        long start = System.nanoTime();
        Started<R> started = start(call, work);
        Outcome<R> outcome = started.await(call.limit(), check, true);
        metrics.time(call.stage(), call.instance().name(), System.nanoTime() - start);
        if (outcome.fault() != null) {
            degraded.accept(degradation(call, outcome.fault(), outcome.cause()));
        }
        return Optional.ofNullable(outcome.result());
    }

    /** Starts a call without waiting for it; it must be waited for. */
    public <R> Started<R> start(PluginCall call, Callable<R> work) {
        Limits limits = breakers.limits(call.stage(), call.instance());
        Turn.Admission admission = Turn.ask(limits, call.again());
        Turn turn = admission.turn();
        if (turn == null) {
            return new Started<>(Pending.refused(refusal(admission)), null);
        }
        ClassLoader loader = call.instance().guard().loader();
        return new Started<>(run(List.of(turn), () -> ContextLoader.call(loader, work)), turn);
    }

    /** Runs work on a plugin thread; the turns are left when it comes back. */
    <R> Pending<R> run(List<Turn> turns, Callable<R> work) {
        Pending<R> pending = Pending.of(turns, work);
        try {
            threads.execute(pending.task());
            return pending;
        } catch (RejectedExecutionException | OutOfMemoryError e) {
            turns.forEach(Turn::leave);
            return Pending.refused(new Fault("overloaded", "no thread could be had for it: " + Faults.text(e)));
        }
    }

    Turn.Admission ask(String stage, Instance<?> instance, boolean again) {
        return Turn.ask(breakers.limits(stage, instance), again);
    }

    private static Fault refusal(Turn.Admission admission) {
        Fault refusal = admission.refusal();
        return refusal == null ? new Fault("overloaded", "was refused") : refusal;
    }

    /**
     * A call of one instance that was started.
     *
     * @param <R> what it gives
     */
    public static final class Started<R> {
        private final Pending<R> pending;
        private final @Nullable Turn turn;

        private Started(Pending<R> pending, @Nullable Turn turn) {
            this.pending = pending;
            this.turn = turn;
        }

        /**
         * Waits for the result and lets the breaker know.
         *
         * @param interrupting whether the thread is interrupted when it is late; where it is not, {@link #late} will have
         *     what comes
         */
        public Outcome<R> await(Duration limit, Function<? super R, Optional<Fault>> check, boolean interrupting) {
            Outcome<R> outcome = pending.await(limit, check, interrupting);
            if (turn != null) {
                Fault fault = outcome.fault();
                if (fault == null) {
                    turn.succeeded();
                } else if (fault.code().equals("overloaded") || fault.code().equals("interrupted")) {
                    turn.undecided();
                } else {
                    turn.failed();
                }
            }
            return outcome;
        }

        /** Tells what comes after the call was given up without an interrupt. */
        public void late(Consumer<? super R> result) {
            var unused = pending.late().thenAccept(result);
        }
    }

    public Metrics metrics() {
        return metrics;
    }

    /** Counts, logs and describes what came of a call. */
    public Degradation degradation(PluginCall call, Fault fault, @Nullable Throwable cause) {
        String instance = call.instance().name();
        if (cause != null) {
            Faults.log(call.stage(), instance, cause);
        }
        return failure(call.stage(), instance, fault.code(), fault.message());
    }

    /** Counts, logs and describes a failure of a plugin. */
    public Degradation failed(String stage, String instance, Throwable cause) {
        Faults.log(stage, instance, cause);
        Fault fault = Faults.of(cause);
        return failure(stage, instance, fault.code(), fault.message());
    }

    /** Counts and describes anything else that a plugin did wrong. */
    public Degradation failure(String stage, String instance, String code, String message) {
        metrics.count(stage, instance, code);
        return new Degradation(stage, instance, code, Faults.shortened(message));
    }

    @Override
    public void close() {
        threads.close();
    }
}
