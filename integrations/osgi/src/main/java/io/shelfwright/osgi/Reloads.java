package io.shelfwright.osgi;

import io.shelfwright.api.HomeEngine;
import io.shelfwright.api.PluginReload;
import io.shelfwright.api.ShelfwrightException;
import java.time.Duration;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reloads the plugins of an engine once a burst of changes is over, on a thread of its own; thread-safe. */
final class Reloads implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Reloads.class);

    private final HomeEngine engine;
    private final Duration quiet;
    private final ScheduledThreadPoolExecutor thread;
    private @Nullable ScheduledFuture<?> next;

    Reloads(HomeEngine engine, Duration quiet) {
        this.engine = engine;
        this.quiet = quiet;
        thread = new ScheduledThreadPoolExecutor(1, work -> {
            Thread made = new Thread(work, "shelfwright-bundles");
            made.setDaemon(true);
            return made;
        });
        thread.setRemoveOnCancelPolicy(true);
    }

    /** Notes a change. */
    synchronized void soon() {
        if (next != null) {
            next.cancel(false);
        }
        try {
            next = thread.schedule(this::reload, quiet.toNanos(), TimeUnit.NANOSECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("a plugin bundle changed after the engine was closed");
        }
    }

    private void reload() {
        try {
            PluginReload done = engine.reloadPlugins();
            if (!done.unchanged()) {
                LOG.info(
                        "plugin bundles: added {}, reloaded {}, removed {}",
                        done.added(),
                        done.reloaded(),
                        done.removed());
            }
        } catch (ShelfwrightException e) {
            LOG.error("the changed plugin bundles are refused; the plugins in use stay in use", e);
        } catch (RuntimeException e) {
            LOG.error("the plugins could not be reloaded; the plugins in use stay in use", e);
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
