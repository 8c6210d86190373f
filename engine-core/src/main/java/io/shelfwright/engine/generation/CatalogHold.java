package io.shelfwright.engine.generation;

import io.shelfwright.engine.discovery.LoadedPlugin;
import io.shelfwright.engine.snapshots.ItemCatalog;
import io.shelfwright.engine.snapshots.SnapshotLease;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A catalog with its open files, shared by the generations that were made from one snapshot; thread-safe.
 *
 * <p>Who opens it holds it first; the last to let go closes it.
 */
public final class CatalogHold {
    private final ItemCatalog catalog;
    private final SnapshotLease lease;
    private final Optional<LoadedPlugin> indexing;
    private final Consumer<ItemCatalog> whenClosed;
    private final AtomicInteger holders = new AtomicInteger(1);

    /**
     * Makes a hold.
     *
     * @param lease keeps the files of the snapshot from being deleted; given back when nobody uses the catalog any more
     * @param indexing the plugin whose objects search the catalog's vectors, if any
     * @param whenClosed told when nobody uses the catalog any more
     */
    CatalogHold(
            ItemCatalog catalog,
            SnapshotLease lease,
            Optional<LoadedPlugin> indexing,
            Consumer<ItemCatalog> whenClosed) {
        this.catalog = catalog;
        this.lease = lease;
        this.indexing = indexing;
        this.whenClosed = whenClosed;
    }

    public ItemCatalog catalog() {
        return catalog;
    }

    /** Holds it once more, if it is open and its vectors are searched by objects of just this plugin, or by none. */
    boolean share(Optional<LoadedPlugin> plugin) {
        boolean same = indexing.equals(plugin) || catalog.resources().isEmpty();
        return same && holders.getAndUpdate(n -> n > 0 ? n + 1 : n) > 0;
    }

    void letGo() {
        if (holders.decrementAndGet() == 0) {
            List<AutoCloseable> resources = new ArrayList<>(catalog.resources());
            Collections.reverse(resources);
            Generations.closeAll(resources, catalog.version());
            lease.close();
            whenClosed.accept(catalog);
        }
    }
}
