/** The engine: one package per stage, in the order a request travels. */
@SuppressWarnings({
    "module", // the learning loop comes later on the path
    "requires-automatic", // these libraries are no modules yet; their manifests name them
    "requires-transitive-automatic" // ShelfwrightModule is a Guice module
})
module io.shelfwright.engine {
    requires transitive com.google.guice;
    requires transitive io.shelfwright.api;
    requires transitive typesafe.config;
    requires com.fasterxml.jackson.databind;
    requires com.github.benmanes.caffeine;
    requires com.google.common; // Guice, being no module, cannot ask for it
    requires com.h2database.mvstore;
    requires io.github.resilience4j.circuitbreaker;
    requires io.github.resilience4j.core; // its breaker, being no module, cannot ask for it
    requires jakarta.inject;
    requires org.apache.avro;
    requires org.slf4j;
    requires static micrometer.core;
    requires static transitive org.jspecify;

    exports io.shelfwright.engine;
    exports io.shelfwright.engine.config;
    exports io.shelfwright.engine.discovery;
    exports io.shelfwright.engine.observe;
    exports io.shelfwright.engine.reload;
    exports io.shelfwright.engine.snapshots;
    exports io.shelfwright.engine.vectors;
    exports io.shelfwright.engine.experience to
            io.shelfwright.learning;
    exports io.shelfwright.engine.generation to
            io.shelfwright.learning;
    exports io.shelfwright.engine.plugins to
            io.shelfwright.learning;
    exports io.shelfwright.engine.probe to
            io.shelfwright.learning;

    // The file store of the first makes anew what it was given.
    exports io.shelfwright.engine.userstate to
            com.h2database.mvstore,
            io.shelfwright.learning;

    // Guice constructs what is package-private there.
    opens io.shelfwright.engine to
            com.google.guice;
    opens io.shelfwright.engine.eligibility to
            com.google.guice;
    opens io.shelfwright.engine.features to
            com.google.guice;
    opens io.shelfwright.engine.intake to
            com.google.guice;
    opens io.shelfwright.engine.packing to
            com.google.guice;
    opens io.shelfwright.engine.ranking to
            com.google.guice;
    opens io.shelfwright.engine.recall to
            com.google.guice;

    uses io.shelfwright.spi.ShelfwrightPlugin;

    provides io.shelfwright.spi.ShelfwrightPlugin with
            io.shelfwright.engine.CorePlugin;
}
