package io.shelfwright.learning.validation.schema;

/** The cells that numbers are compared in. */
public enum HistogramKind {
    /** The same cells for both sides, at quantiles of both together; exact where the statistics are. */
    COMMON,
    /** Ten of equal width for each side, aligned as TensorFlow Data Validation does. */
    STANDARD,
    /** Ten of equal weight for each side, aligned as TensorFlow Data Validation does. */
    QUANTILES
}
