package io.shelfwright.engine.reload;

import java.time.Duration;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** The one thread for what an engine does beside its requests: looking at directories and at what leaves. */
public final class Upkeep implements AutoCloseable {
    private final ScheduledThreadPoolExecutor timer = new ScheduledThreadPoolExecutor(1, work -> {
        Thread thread = Executors.defaultThreadFactory().newThread(work);
        thread.setName("shelfwright-upkeep");
        thread.setDaemon(true);
        thread.setContextClassLoader(Upkeep.class.getClassLoader());
        return thread;
    });

    public ScheduledExecutorService timer() {
        return timer;
    }

    /** Does something again and again, with a pause after each time; it must throw nothing. */
    public void every(Duration pause, Runnable work) {
        var unused = timer.scheduleWithFixedDelay(work, pause.toMillis(), pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }
}
