/** Proposes what the user returns to often. */
@SuppressWarnings("module") // the engine, which is not on a plugin's path, reads the settings records
module io.shelfwright.shortcuts {
    requires io.shelfwright.api;
    requires static org.jspecify;

    opens io.shelfwright.shortcuts to
            io.shelfwright.engine;

    provides io.shelfwright.spi.ShelfwrightPlugin with
            io.shelfwright.shortcuts.ShortcutsPlugin;
}
