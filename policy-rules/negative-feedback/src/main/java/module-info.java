/** Makes a dislike effective on the very next page. */
@SuppressWarnings("module") // the engine, which is not on a plugin's path, reads the settings records
module io.shelfwright.negativefeedback {
    requires io.shelfwright.api;
    requires static org.jspecify;

    opens io.shelfwright.negativefeedback to
            io.shelfwright.engine;

    provides io.shelfwright.spi.ShelfwrightPlugin with
            io.shelfwright.negativefeedback.NegativeFeedbackPlugin;
}
