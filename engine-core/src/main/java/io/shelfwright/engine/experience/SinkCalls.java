package io.shelfwright.engine.experience;

import io.shelfwright.engine.plugins.Fault;
import io.shelfwright.engine.plugins.Instance;
import io.shelfwright.engine.plugins.Lifecycle;
import io.shelfwright.engine.plugins.Pending.Outcome;
import io.shelfwright.engine.plugins.PluginCall;
import io.shelfwright.engine.plugins.PluginCalls;
import io.shelfwright.spi.ExperienceSink;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * The way into one sink; used by one thread at a time.
 *
 * <p>The engine's own log is called straight: while its disk fails, records wait for it. A plugin's or a host's sink stands behind
 * the guard of all plugins, with a deadline and a breaker, and never has two calls at a time: while one that was given up still
 * runs, no other is made.
 */
public abstract class SinkCalls {
    private SinkCalls() {}

    /** What came of a call that never was made or never ended; what was to be given must be kept elsewhere. */
    static final class LeftOut extends RuntimeException {
        private static final long serialVersionUID = 1L;

        LeftOut(String message) {
            super(message, null, false, false);
        }

        @Override
        public String toString() {
            return String.valueOf(getMessage());
        }
    }

    /** Does work with the sink; returns what went wrong, null when nothing did. */
    abstract @Nullable Throwable run(Runnable work);

    /** Does work that takes longer than a batch, and is done even where the sink is left out for a while. */
    abstract <R> R patiently(Callable<R> work) throws Exception;

    abstract void close(ExperienceSink sink);

    /** Returns the way into the engine's own log. */
    static SinkCalls straight() {
        return new Straight();
    }

    /**
     * Returns a way behind the guard.
     *
     * @param deadline for a batch, unless the instance has its own
     */
    public static SinkCalls guarded(Instance<ExperienceSink> sink, PluginCalls calls, Duration deadline) {
        return new Guarded(sink, calls, deadline);
    }

    private static final class Straight extends SinkCalls {
        @Override
        @Nullable
        Throwable run(Runnable work) {
            try {
                work.run();
                return null;
            } catch (Throwable e) { // a full heap included: the thread that calls must live, or records are lost
                return e;
            }
        }

        @Override
        <R> R patiently(Callable<R> work) throws Exception {
            return work.call();
        }

        @Override
        void close(ExperienceSink sink) {
            sink.close();
        }
    }

    private static final class Guarded extends SinkCalls {
        private static final Duration PATIENCE = Duration.ofMinutes(1);

        private final Instance<ExperienceSink> sink;
        private final PluginCalls calls;
        private final PluginCall call;
        private volatile boolean running;

        Guarded(Instance<ExperienceSink> sink, PluginCalls calls, Duration deadline) {
            this.sink = sink;
            this.calls = calls;
            call = new PluginCall(ExperienceStage.STAGE, sink, deadline, false);
        }

        @Override
        @Nullable
        Throwable run(Runnable work) {
            if (running) {
                calls.metrics().count(call.stage(), sink.name(), "overloaded");
                return new LeftOut("an earlier call has not come back");
            }
            long start = System.nanoTime();
            Outcome<Boolean> outcome =
                    calls.start(call, () -> alone(work)).await(call.limit(), done -> Optional.empty(), true);
            calls.metrics().time(call.stage(), sink.name(), System.nanoTime() - start);
            Fault fault = outcome.fault();
            if (fault == null) {
                return null;
            }
            calls.metrics().count(call.stage(), sink.name(), fault.code());
            return outcome.cause() == null ? new LeftOut(fault.message()) : outcome.cause();
        }

        private boolean alone(Runnable work) {
            running = true;
            try {
                work.run();
                return true;
            } finally {
                running = false;
            }
        }

        @Override
        <R> R patiently(Callable<R> work) {
            if (running) {
                throw new LeftOut("an earlier call has not come back");
            }
            return Lifecycle.within(sink.guard().loader(), PATIENCE, "erasing from '" + sink.name() + "'", () -> {
                running = true;
                try {
                    return work.call();
                } finally {
                    running = false;
                }
            });
        }

        @Override
        void close(ExperienceSink closed) {
            Lifecycle.within(sink.guard().loader(), Lifecycle.CLOSING, "closing '" + sink.name() + "'", () -> {
                closed.close();
                return true;
            });
        }
    }
}
