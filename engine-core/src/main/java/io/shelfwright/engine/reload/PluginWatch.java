package io.shelfwright.engine.reload;

import io.shelfwright.api.PluginReload;
import io.shelfwright.api.ShelfwrightException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Looks at plugin directories from time to time: reloads what changed once nothing changes any more, and does what
 * {@link ReloadMailbox} asks. Used by one thread.
 *
 * <p>A change that is refused is tried once, and again when something else changes.
 */
public final class PluginWatch {
    private static final Logger LOG = LoggerFactory.getLogger(PluginWatch.class);

    private final List<Path> directories;
    private final List<ReloadMailbox> mailboxes;
    private final Duration quiet;
    private final Reloading reloading;
    private final LongSupplier nanoTime;
    private @Nullable DirectoryStamp seen;
    private @Nullable DirectoryStamp tried;
    private long changed;

    /**
     * Makes a watch.
     *
     * @param quiet how long nothing may have changed before it is loaded
     * @param nanoTime as {@link System#nanoTime()}
     */
    public PluginWatch(List<Path> directories, Duration quiet, Reloading reloading, LongSupplier nanoTime) {
        this.directories = List.copyOf(directories);
        this.quiet = quiet;
        this.reloading = reloading;
        this.nanoTime = nanoTime;
        mailboxes = directories.stream().map(ReloadMailbox::new).toList();
        mailboxes.forEach(ReloadMailbox::clear);
    }

    /** Looks once; throws nothing. */
    public void look() {
        try {
            mailboxes.forEach(mailbox -> mailbox.answer(reloading));
            lookForChanges();
        } catch (RuntimeException | LinkageError e) {
            LOG.warn("the plugin directories cannot be watched; trying again", e);
        }
    }

    private void lookForChanges() {
        DirectoryStamp now = DirectoryStamp.of(directories);
        if (!now.equals(seen)) {
            seen = now;
            changed = nanoTime.getAsLong();
        }
        if (now.equals(tried) || nanoTime.getAsLong() - changed < quiet.toNanos()) {
            return;
        }
        tried = now;
        try {
            PluginReload done = reloading.reload(Optional.empty());
            if (!done.unchanged()) {
                LOG.info("plugins added: {}, reloaded: {}, removed: {}", done.added(), done.reloaded(), done.removed());
            }
        } catch (ShelfwrightException | LinkageError e) {
            LOG.warn(
                    "the change in the plugin directory is refused, the plugins in use stay in use: {}",
                    e.getMessage());
        }
    }
}
