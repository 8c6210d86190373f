/** For plugin authors who want Guice: an injector of its own for each plugin instance. */
@SuppressWarnings({
    "requires-automatic", // Guice is no module yet; its manifest names it
    "requires-transitive-automatic" // a plugin's modules are Guice modules
})
module io.shelfwright.guice {
    requires transitive com.google.guice;
    requires transitive io.shelfwright.api;
    requires static transitive org.jspecify;

    exports io.shelfwright.guice;
}
