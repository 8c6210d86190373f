package io.shelfwright.jvector;

import io.shelfwright.spi.Setting;

/** The settings of the vector index {@code jvector}. */
record JVectorSettings(
        @Setting(
                value = "Most edges of a point; more of them find more and take more memory.",
                defaultValue = "32",
                min = 4,
                max = 256)
        int degree,

        @Setting(
                value =
                        "Candidates that are kept while a point is connected; more of them build a better graph more slowly.",
                defaultValue = "100",
                min = 8,
                max = 10000)
        int buildBreadth,

        @Setting(
                value = "Candidates that are kept during a search, at least; more of them find more and take longer.",
                defaultValue = "200",
                min = 1,
                max = 100000)
        int searchBreadth,

        @Setting(
                value = "Candidates that are kept during a search for each item wanted.",
                defaultValue = "2",
                min = 1,
                max = 100)
        double searchFactor) {

    int breadth(int wanted) {
        return Math.max(wanted, Math.max(searchBreadth, (int) Math.min(1_000_000, Math.ceil(wanted * searchFactor))));
    }
}
