package io.shelfwright.learning.beam;

import io.shelfwright.learning.report.Progress;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.IntSupplier;

/** Tells how many files a running pipeline has written. */
final class FileWatch implements AutoCloseable {
    private static final long MILLIS = 500;

    private final IntSupplier written;
    private final Progress progress;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "file-watch");
        thread.setDaemon(true);
        return thread;
    });
    private int told;

    FileWatch(String what, int files, IntSupplier written, Consumer<String> lines) {
        this.written = written;
        progress = new Progress(what, files, lines);
    }

    void start() {
        var unused = clock.scheduleWithFixedDelay(this::tell, MILLIS, MILLIS, TimeUnit.MILLISECONDS);
    }

    private synchronized void tell() {
        int now = written.getAsInt();
        progress.add(now - told);
        told = now;
    }

    @Override
    public void close() {
        clock.shutdownNow();
        tell();
    }
}
