/** Helps users and items about which little is known. */
@SuppressWarnings("module") // the engine, which is not on a plugin's path, reads the settings records
module io.shelfwright.coldstart {
    requires io.shelfwright.api;
    requires static org.jspecify;

    opens io.shelfwright.coldstart to
            io.shelfwright.engine;

    provides io.shelfwright.spi.ShelfwrightPlugin with
            io.shelfwright.coldstart.ColdStartPlugin;
}
