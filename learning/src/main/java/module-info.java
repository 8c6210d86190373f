/** The loop that makes models out of the experience log. */
@SuppressWarnings("requires-automatic") // this library is no module yet; its manifest names it
module io.shelfwright.learning {
    requires transitive io.shelfwright.api;
    requires transitive io.shelfwright.engine;
    requires com.fasterxml.jackson.databind;
    requires com.cronutils;
    requires datasketches.java;
    requires de.siegmar.fastcsv;
    requires java.management;
    requires java.net.http;
    requires org.slf4j;
    requires typesafe.config;
    requires static transitive org.jspecify;

    exports io.shelfwright.learning;
    exports io.shelfwright.learning.alerts;
    exports io.shelfwright.learning.dataset;
    exports io.shelfwright.learning.evaluation;
    exports io.shelfwright.learning.gate;
    exports io.shelfwright.learning.job;
    exports io.shelfwright.learning.offpolicy;
    exports io.shelfwright.learning.publication;
    exports io.shelfwright.learning.report;
    exports io.shelfwright.learning.schedule;
    exports io.shelfwright.learning.training;
    exports io.shelfwright.learning.uservectors;
    exports io.shelfwright.learning.validation;
    exports io.shelfwright.learning.validation.check;
    exports io.shelfwright.learning.validation.report;
    exports io.shelfwright.learning.validation.schema;
    exports io.shelfwright.learning.validation.source;
    exports io.shelfwright.learning.validation.statistics;
    exports io.shelfwright.learning.validation.stored;
    exports io.shelfwright.learning.validation.table;
    exports io.shelfwright.learning.watch;
    exports io.shelfwright.learning.whatif;

    uses io.shelfwright.learning.alerts.AlertSink;
    uses io.shelfwright.learning.dataset.ShardFormat;
}
