package io.shelfwright.learning.evaluation;

/** What is taken as a whole when the data is resampled: rows within one are not independent of each other. */
public enum ResamplingUnit {
    /** Users if any has several requests, requests otherwise. */
    AUTO,
    REQUEST,
    /** All requests of a user: people differ more from each other than their own pages do. */
    USER;

    /** Returns what it is for a table, never AUTO. */
    ResamplingUnit of(ExampleTable table) {
        return this != AUTO ? this : table.users() < table.requests() ? USER : REQUEST;
    }
}
