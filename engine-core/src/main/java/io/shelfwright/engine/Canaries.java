package io.shelfwright.engine;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.PageRecord;
import io.shelfwright.engine.canary.CanaryGuard;
import io.shelfwright.engine.config.CanarySettings;
import io.shelfwright.engine.generation.Generations;
import io.shelfwright.engine.observe.Metrics;
import io.shelfwright.engine.request.Hashes;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Who gets the candidate, and the end of its trial; thread-safe. */
final class Canaries {
    private static final Logger LOG = LoggerFactory.getLogger(Canaries.class);
    private static final double SHARES = 1L << 53;

    private final CanarySettings settings;
    private final Generations generations;
    private final LivePlugins plugins;
    private final Metrics metrics;
    private final Executor later;
    private volatile Watched watched;
    private volatile String refused = "";

    /** A candidate and its guard. */
    private record Watched(String version, CanaryGuard guard) {}

    /**
     * Makes it.
     *
     * @param later does what must not hold up a request
     */
    Canaries(CanarySettings settings, Generations generations, LivePlugins plugins, Metrics metrics, Executor later) {
        this.later = later;
        this.settings = settings;
        this.generations = generations;
        this.plugins = plugins;
        this.metrics = metrics;
        watched = new Watched("", new CanaryGuard(settings));
        metrics.gauge("canary.strikes", () -> guard(generations.candidate()).strikes());
    }

    /** The same user has the same arm for as long as a trial lasts, and another draw for the next candidate. */
    boolean takes(String userId, String version) {
        long hash = Hashes.mix(Hashes.of(userId), Hashes.of(version), 1);
        return (hash >>> 11) / SHARES < settings.share();
    }

    void page(PageRecord record, long nanos) {
        String candidate = generations.candidate();
        if (candidate.isEmpty()) {
            return;
        }
        boolean byCandidate = record.page().snapshot().equals(candidate);
        Optional<String> end = guard(candidate).page(record, byCandidate, nanos);
        if (end.isPresent()) {
            refused = candidate;
            generations.endTrial();
            metrics.count("snapshots", candidate, "rolled-back");
            tellOthers(candidate, end.get());
        }
    }

    /** Somebody may publish just now, and a request does not wait for that. */
    private void tellOthers(String version, String why) {
        try {
            later.execute(() -> plugins.withdraw(version, why));
        } catch (RejectedExecutionException e) {
            LOG.warn(
                    "the engine is closed; others may go on with the trial of snapshot {}, which ended here: {}",
                    version,
                    why);
        }
    }

    /** Returns whether a version was tried here and failed. */
    boolean refused(String version) {
        return version.equals(refused);
    }

    void interaction(Interaction interaction) {
        String candidate = generations.candidate();
        if (!candidate.isEmpty()) {
            guard(candidate).interaction(interaction, takes(interaction.userId(), candidate));
        }
    }

    /** A trial that begins again begins with no strikes. */
    private CanaryGuard guard(String version) {
        Watched now = watched;
        if (now.version.equals(version)) {
            return now.guard;
        }
        synchronized (this) {
            if (!watched.version.equals(version)) {
                watched = new Watched(version, new CanaryGuard(settings));
            }
            return watched.guard;
        }
    }
}
