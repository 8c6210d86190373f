/** Proposes playlists. */
@SuppressWarnings("module") // the engine, which is not on a plugin's path, reads the settings records
module io.shelfwright.playlists {
    requires io.shelfwright.api;
    requires static org.jspecify;

    opens io.shelfwright.playlists to
            io.shelfwright.engine;

    provides io.shelfwright.spi.ShelfwrightPlugin with
            io.shelfwright.playlists.PlaylistsPlugin;
}
