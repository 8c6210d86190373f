/** Ranks with a logistic regression. */
@SuppressWarnings("module") // the engine, which is not on a plugin's path, reads the settings records
module io.shelfwright.logistic {
    requires io.shelfwright.api;
    requires static org.jspecify;

    opens io.shelfwright.logistic to
            io.shelfwright.engine;

    provides io.shelfwright.spi.ShelfwrightPlugin with
            io.shelfwright.logistic.LogisticPlugin;
}
