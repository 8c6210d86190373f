/** Proposes by simple counts: popular, recent, related. */
@SuppressWarnings("module") // the engine, which is not on a plugin's path, reads the settings records
module io.shelfwright.heuristics {
    requires io.shelfwright.api;
    requires static org.jspecify;

    opens io.shelfwright.heuristics to
            io.shelfwright.engine;

    provides io.shelfwright.spi.ShelfwrightPlugin with
            io.shelfwright.heuristics.HeuristicsPlugin;
}
