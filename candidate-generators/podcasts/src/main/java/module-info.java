/** Proposes podcast shows. */
@SuppressWarnings("module") // the engine, which is not on a plugin's path, reads the settings records
module io.shelfwright.podcasts {
    requires io.shelfwright.api;
    requires static org.jspecify;

    opens io.shelfwright.podcasts to
            io.shelfwright.engine;

    provides io.shelfwright.spi.ShelfwrightPlugin with
            io.shelfwright.podcasts.PodcastsPlugin;
}
