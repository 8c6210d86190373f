package io.shelfwright.learning.beam;

import io.shelfwright.learning.report.Progress;
import java.nio.file.Path;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** Tells how many shards a running pipeline has written. */
final class ShardWatch implements AutoCloseable {
    private static final long MILLIS = 500;

    private final Path work;
    private final int shards;
    private final Progress progress;
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "shard-watch");
        thread.setDaemon(true);
        return thread;
    });
    private int told;

    ShardWatch(Path work, int shards, Consumer<String> lines) {
        this.work = work;
        this.shards = shards;
        progress = new Progress("joining and writing shards", shards, lines);
    }

    void start() {
        var unused = clock.scheduleWithFixedDelay(this::tell, MILLIS, MILLIS, TimeUnit.MILLISECONDS);
    }

    private synchronized void tell() {
        int written = ShardNotes.count(work, shards);
        progress.add(written - told);
        told = written;
    }

    @Override
    public void close() {
        clock.shutdownNow();
        tell();
    }
}
