/** Computes the features of a candidate, for training and for serving. */
@SuppressWarnings("module") // the engine, which is not on a plugin's path, reads the settings records
module io.shelfwright.features {
    requires io.shelfwright.api;
    requires static org.jspecify;

    opens io.shelfwright.features to
            io.shelfwright.engine;

    provides io.shelfwright.spi.ShelfwrightPlugin with
            io.shelfwright.features.FeaturesPlugin;
}
