package io.shelfwright.engine.reload;

import io.shelfwright.api.PluginInfo;
import io.shelfwright.engine.config.PluginSettings;
import io.shelfwright.engine.discovery.LoadedPlugin;
import io.shelfwright.engine.observe.Metrics;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Watches plugins leave: reports those that requests keep in use for long, and those whose classes something still refers to
 * long after they were closed. It stops nobody. Thread-safe.
 */
public final class Departures {
    private static final Logger LOG = LoggerFactory.getLogger(Departures.class);
    private static final String STAGE = "plugins";

    private final List<Departure> departures = new CopyOnWriteArrayList<>();
    private final PluginSettings settings;
    private final Metrics metrics;
    private final ScheduledExecutorService timer;

    public Departures(PluginSettings settings, Metrics metrics, ScheduledExecutorService timer) {
        this.settings = settings;
        this.metrics = metrics;
        this.timer = timer;
    }

    /**
     * Begins to watch a plugin that still is in use.
     *
     * @param factories what it makes, for monitoring
     */
    public void watch(LoadedPlugin plugin, Map<String, List<String>> factories) {
        Departure departure = new Departure(plugin, factories);
        departures.add(departure);
        plugin.whenClosed(closed -> {
            departure.close();
            after(settings.leakCheck(), () -> lookForLeak(departure));
        });
        after(settings.drainTimeout(), () -> reportSlow(departure));
    }

    /** Forgets a plugin whose loader serves another one again. */
    public void serves(ClassLoader loader) {
        departures.removeIf(departure -> departure.uses(loader));
    }

    /** Returns the plugins that are not gone yet: in use by earlier requests, or leaked. */
    public List<PluginInfo> infos() {
        departures.removeIf(Departure::gone);
        List<PluginInfo> infos = new ArrayList<>();
        for (Departure departure : departures) {
            if (!departure.closed() || departure.leaked()) {
                infos.add(departure.info());
            }
        }
        return infos;
    }

    private void reportSlow(Departure departure) {
        if (!departure.closed()) {
            metrics.count(STAGE, departure.id(), "draining");
            LOG.warn(
                    "{} was replaced {} ago and is still used by requests that began before; it is closed when they end",
                    departure.title(),
                    text(settings.drainTimeout()));
        }
    }

    private void lookForLeak(Departure departure) {
        if (!departures.contains(departure) || departure.gone()) {
            departures.remove(departure);
            return;
        }
        if (departure.foundLeaked()) {
            metrics.count(STAGE, departure.id(), "leaked");
            LOG.warn(
                    "{} was closed more than {} ago, but something still refers to its classes, so that their memory"
                            + " cannot be freed; look for threads, thread locals, listeners, timers and static fields"
                            + " outside of the plugin that it did not give up in close()",
                    departure.title(),
                    text(settings.leakCheck()));
        } else {
            after(settings.leakCheck(), () -> lookForLeak(departure));
        }
    }

    private void after(Duration delay, Runnable work) {
        try {
            var unused = timer.schedule(work, delay.toMillis(), TimeUnit.MILLISECONDS);
        } catch (RejectedExecutionException e) {
            LOG.debug("the engine is closed; nobody waits for what leaves", e);
        }
    }

    private static String text(Duration duration) {
        return duration.toMillis() < 10_000 ? duration.toMillis() + " ms" : duration.toSeconds() + " s";
    }
}
