/** Proposes what editors chose. */
@SuppressWarnings("module") // the engine, which is not on a plugin's path, reads the settings records
module io.shelfwright.editorial {
    requires io.shelfwright.api;
    requires org.snakeyaml.engine;
    requires static org.jspecify;

    opens io.shelfwright.editorial to
            io.shelfwright.engine;

    provides io.shelfwright.spi.ShelfwrightPlugin with
            io.shelfwright.editorial.EditorialPlugin;
}
