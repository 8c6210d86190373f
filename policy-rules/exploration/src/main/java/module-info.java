/** Chooses at random in a declared slot, with a known probability. */
@SuppressWarnings("module") // the engine, which is not on a plugin's path, reads the settings records
module io.shelfwright.exploration {
    requires io.shelfwright.api;
    requires static org.jspecify;

    opens io.shelfwright.exploration to
            io.shelfwright.engine;

    provides io.shelfwright.spi.ShelfwrightPlugin with
            io.shelfwright.exploration.ExplorationPlugin;
}
