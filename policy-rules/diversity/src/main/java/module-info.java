/** Keeps a page varied. */
@SuppressWarnings("module") // the engine, which is not on a plugin's path, reads the settings records
module io.shelfwright.diversity {
    requires io.shelfwright.api;
    requires static org.jspecify;

    opens io.shelfwright.diversity to
            io.shelfwright.engine;

    provides io.shelfwright.spi.ShelfwrightPlugin with
            io.shelfwright.diversity.DiversityPlugin;
}
