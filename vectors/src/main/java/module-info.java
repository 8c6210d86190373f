/** Trains vectors of items, and judges them. */
@SuppressWarnings("requires-automatic") // this library is no module yet; its manifest names it
module io.shelfwright.vectors {
    requires transitive io.shelfwright.api;
    requires transitive io.shelfwright.engine;
    requires transitive typesafe.config;
    requires transitive com.fasterxml.jackson.databind;
    requires static transitive org.jspecify;

    exports io.shelfwright.vectors;
    exports io.shelfwright.vectors.algebra;
    exports io.shelfwright.vectors.content;
    exports io.shelfwright.vectors.evaluation;
    exports io.shelfwright.vectors.sessions;
    exports io.shelfwright.vectors.training;
}
