/** Contract tests that a plugin author extends, and a host to run a plugin in. */
module io.shelfwright.testkit {
    requires transitive io.shelfwright.api;
    requires transitive org.assertj.core;
    requires transitive org.junit.jupiter.api;
    requires java.compiler;
    requires static transitive org.jspecify;

    exports io.shelfwright.testkit;
}
