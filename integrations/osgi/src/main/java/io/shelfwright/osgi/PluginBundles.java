package io.shelfwright.osgi;

import io.shelfwright.engine.Shelfwright;
import io.shelfwright.engine.discovery.LoaderPluginSource.Described;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.osgi.framework.Bundle;
import org.osgi.framework.BundleContext;
import org.osgi.framework.BundleEvent;
import org.osgi.framework.FrameworkUtil;
import org.osgi.framework.wiring.BundleWiring;
import org.osgi.util.tracker.BundleTracker;
import org.osgi.util.tracker.BundleTrackerCustomizer;

/** Tracks the started bundles that say they are plugins; thread-safe. */
final class PluginBundles implements BundleTrackerCustomizer<Bundle>, AutoCloseable {
    private static final String ID = "Shelfwright-Plugin-Id";

    /** Brings plugins of its own, which every engine has. */
    private final @Nullable Bundle engine = FrameworkUtil.getBundle(Shelfwright.class);

    private final BundleTracker<Bundle> tracker;
    private volatile @Nullable Reloads reloads;

    PluginBundles(BundleContext context) {
        tracker = new BundleTracker<>(context, Bundle.ACTIVE, this);
        tracker.open();
    }

    /** Returns the plugins in the order of their symbolic names. */
    List<Described> described() {
        @Nullable Bundle[] tracked = tracker.getBundles();
        List<Bundle> bundles = new ArrayList<>();
        if (tracked != null) {
            Collections.addAll(bundles, tracked);
        }
        bundles.sort(Comparator.comparing(Bundle::getSymbolicName).thenComparingLong(Bundle::getBundleId));
        List<Described> plugins = new ArrayList<>();
        for (Bundle bundle : bundles) {
            BundleWiring wiring = bundle.adapt(BundleWiring.class);
            if (wiring != null) { // null once it is uninstalled, of which we are about to hear
                plugins.add(new Described(
                        "bundle " + bundle.getSymbolicName() + " " + bundle.getVersion() + " (" + bundle.getLocation()
                                + ")",
                        wiring.getClassLoader(),
                        headers(bundle),
                        bundle.getBundleId() + "@" + bundle.getLastModified()));
            }
        }
        return plugins;
    }

    /** Has an engine reloaded after each change from now on. */
    void whenChanged(Reloads value) {
        Reloads before = reloads;
        reloads = value;
        if (before != null) {
            before.close();
        }
    }

    @Override
    public @Nullable Bundle addingBundle(Bundle bundle, @Nullable BundleEvent event) {
        if (bundle.equals(engine) || bundle.getHeaders("").get(ID) == null) {
            return null;
        }
        changed();
        return bundle;
    }

    @Override
    public void modifiedBundle(Bundle bundle, @Nullable BundleEvent event, Bundle tracked) {
        changed();
    }

    @Override
    public void removedBundle(Bundle bundle, @Nullable BundleEvent event, Bundle tracked) {
        changed();
    }

    @Override
    public void close() {
        Reloads last = reloads;
        if (last != null) {
            last.close();
        }
        tracker.close();
    }

    private void changed() {
        Reloads told = reloads;
        if (told != null) {
            told.soon();
        }
    }

    private static Map<String, String> headers(Bundle bundle) {
        Map<String, String> headers = new TreeMap<>();
        var all = bundle.getHeaders("");
        for (String name : Collections.list(all.keys())) {
            headers.put(name, all.get(name));
        }
        return headers;
    }
}
