package io.shelfwright.engine.discovery;

import io.shelfwright.spi.ShelfwrightPlugin;
import java.io.IOException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A plugin with its class loader, which stays open while anybody holds it; thread-safe.
 *
 * <p>Who loads it holds it first.
 */
public final class LoadedPlugin {
    /** Version of a plugin whose manifest says nothing. */
    public static final String UNVERSIONED = "unversioned";

    private static final Logger LOG = LoggerFactory.getLogger(LoadedPlugin.class);

    private final ShelfwrightPlugin plugin;
    private final String id;
    private final PluginLocation location;
    private final OpenedPlugin opened;
    private final AtomicInteger holders = new AtomicInteger(1);
    private volatile Consumer<LoadedPlugin> whenClosed = closed -> {};

    LoadedPlugin(ShelfwrightPlugin plugin, PluginLocation location, OpenedPlugin opened) {
        this.plugin = plugin;
        this.location = location;
        this.opened = opened;
        id = plugin.id();
    }

    /** Returns a plugin that the host made itself. */
    public static LoadedPlugin ofHost(ShelfwrightPlugin plugin) {
        ClassLoader loader = plugin.getClass().getClassLoader();
        OpenedPlugin opened = OpenedPlugin.of(loader, () -> {});
        return new LoadedPlugin(plugin, Origins.located(plugin, opened), opened);
    }

    public ShelfwrightPlugin plugin() {
        return plugin;
    }

    public String id() {
        return id;
    }

    public String version() {
        return location.descriptor().map(PluginDescriptor::version).orElse(UNVERSIONED);
    }

    /** Returns the range of API versions it works with, empty where its manifest says nothing. */
    public String apiRange() {
        return location.descriptor().map(known -> known.api().toString()).orElse("");
    }

    public String origin() {
        return location.origin();
    }

    /** Returns what changes when its files do. */
    public String content() {
        return location.content();
    }

    /** Returns whether it has a class loader of its own, which can be given up. */
    public boolean ownLoader() {
        return location.ownLoader();
    }

    /** Returns whether it may be loaded anew while the engine runs. */
    public boolean reloadable() {
        return ownLoader()
                && location.descriptor().map(PluginDescriptor::reloadable).orElse(true);
    }

    public ClassLoader loader() {
        return opened.loader();
    }

    /** Returns whether its class loader is closed. */
    public boolean closed() {
        return holders.get() <= 0;
    }

    /** Returns the plugin as messages name it. */
    public String title() {
        return "plugin '" + id + "' " + version() + " from " + origin();
    }

    /** Returns a message about it that says all that is needed where its code does not fit the engine. */
    public String failure(String what, Throwable cause) {
        return title() + " " + what + ": " + cause + Compatibility.advice(apiRange(), cause);
    }

    /** Has somebody told when it is closed. */
    public void whenClosed(Consumer<LoadedPlugin> told) {
        whenClosed = told;
    }

    /**
     * Holds it once more.
     *
     * @throws IllegalStateException if it is closed
     */
    public void hold() {
        if (holders.getAndUpdate(n -> n > 0 ? n + 1 : n) <= 0) {
            throw new IllegalStateException(title() + " is closed");
        }
    }

    /** Lets go of it; the last to do so closes its class loader. */
    public void letGo() {
        if (holders.decrementAndGet() == 0) {
            try {
                opened.closing().close();
            } catch (IOException | RuntimeException e) {
                LOG.warn("{} could not be closed", title(), e);
            }
            whenClosed.accept(this);
        }
    }
}
