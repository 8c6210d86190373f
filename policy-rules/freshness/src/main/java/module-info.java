/** Prefers what is new and not yet seen too often. */
@SuppressWarnings("module") // the engine, which is not on a plugin's path, reads the settings records
module io.shelfwright.freshness {
    requires io.shelfwright.api;
    requires static org.jspecify;

    opens io.shelfwright.freshness to
            io.shelfwright.engine;

    provides io.shelfwright.spi.ShelfwrightPlugin with
            io.shelfwright.freshness.FreshnessPlugin;
}
