package io.shelfwright.osgi;

import io.shelfwright.api.HomeEngine;
import io.shelfwright.engine.discovery.LoaderPluginSource;
import io.shelfwright.engine.discovery.PluginLocation;
import io.shelfwright.engine.discovery.PluginSource;
import java.time.Duration;
import java.util.List;
import org.osgi.framework.BundleContext;

/**
 * The plugins that are started bundles of an OSGi framework; thread-safe.
 *
 * <p>A bundle is a plugin if its manifest has {@code Shelfwright-Plugin-Id}. It needs no extender and no services: the
 * engine reads {@code META-INF/services} with the class loader of the bundle's wiring, as it does with every other source.
 *
 * <pre>{@code
 * BundlePluginSource bundles = new BundlePluginSource(context);
 * HomeEngine engine = Shelfwright.builder(config).plugins(List.of()).pluginSource(bundles).build();
 * bundles.follow(engine, Duration.ofMillis(500));
 * }</pre>
 */
public final class BundlePluginSource implements PluginSource {
    private final PluginBundles bundles;
    private final LoaderPluginSource plugins;

    /**
     * Makes a source that tracks bundles from now on.
     *
     * @param context of the bundle that runs the engine; all bundles that it sees are considered
     */
    public BundlePluginSource(BundleContext context) {
        bundles = new PluginBundles(context);
        plugins = new LoaderPluginSource(bundles::described);
    }

    /**
     * Reloads the plugins of an engine that was built with this source, whenever a plugin bundle was started, stopped,
     * updated or uninstalled.
     *
     * <p>A reload that is refused is logged, and the engine keeps the plugins that it has.
     *
     * @param quiet how long nothing may happen before the reload, so that an update, which stops and starts, is one change
     */
    public void follow(HomeEngine engine, Duration quiet) {
        bundles.whenChanged(new Reloads(engine, quiet));
    }

    @Override
    public List<PluginLocation> locate() {
        return plugins.locate();
    }

    /** Ends tracking; the engine calls it when it is closed. */
    @Override
    public void close() {
        bundles.close();
    }
}
