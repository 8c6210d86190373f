/** What a host calls, and what a plugin implements. */
module io.shelfwright.api {
    requires static transitive org.jspecify;

    exports io.shelfwright.api;
    exports io.shelfwright.spi;
}
