/** Gives an engine the plugins that are bundles of an OSGi framework. */
@SuppressWarnings({
    "requires-automatic", // the API of OSGi is no module yet; its manifest names it
    "requires-transitive-automatic"
})
module io.shelfwright.osgi {
    requires transitive io.shelfwright.engine;
    requires transitive osgi.core;
    requires org.slf4j;
    requires static transitive org.jspecify;

    exports io.shelfwright.osgi;
}
