package io.shelfwright.engine.reload;

import io.shelfwright.api.ShelfwrightException;
import io.shelfwright.engine.observe.Metrics;
import java.util.Optional;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks from time to time which snapshot is in use in a directory, and has the engine swap to it. Used by one thread.
 *
 * <p>One that is refused is tried again after ever more looks, as what refused it may pass; another one is tried at once.
 */
public final class SnapshotWatch {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotWatch.class);
    private static final String STAGE = "snapshots";
    private static final int LONGEST_PAUSE = 128;

    private final Supplier<Optional<String>> inUse;
    private final Supplier<String> serving;
    private final Supplier<String> refresh;
    private final Metrics metrics;
    private String refused = "";
    private int pause;
    private int left;

    /**
     * Makes a watch.
     *
     * @param inUse says which version is in use in the directory
     * @param serving says which version the engine serves
     * @param refresh has the engine swap; returns the version that it serves then
     */
    public SnapshotWatch(
            Supplier<Optional<String>> inUse, Supplier<String> serving, Supplier<String> refresh, Metrics metrics) {
        this.inUse = inUse;
        this.serving = serving;
        this.refresh = refresh;
        this.metrics = metrics;
    }

    /** Looks once; throws nothing. */
    public void look() {
        try {
            String newest = inUse.get().orElse("");
            String before = serving.get();
            if (newest.isEmpty() || newest.equals(before) || isPaused(newest)) {
                return;
            }
            swap(newest, before);
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("the directory of snapshots cannot be watched; trying again", e);
        }
    }

    private boolean isPaused(String newest) {
        if (!newest.equals(refused)) {
            pause = 0;
            left = 0;
            return false;
        }
        left--;
        return left >= 0;
    }

    private void swap(String newest, String before) {
        try {
            String now = refresh.get();
            refused = "";
            metrics.count(STAGE, now, "swapped");
            LOG.info("snapshot {} serves instead of {}", now, before);
        } catch (ShelfwrightException | LinkageError e) {
            refused = newest;
            pause = Math.min(LONGEST_PAUSE, Math.max(1, pause * 2));
            left = pause;
            metrics.count(STAGE, newest, "refused");
            LOG.warn("snapshot {} is not used, {} goes on serving: {}", newest, before, e.getMessage());
        }
    }
}
