package io.shelfwright.learning.validation.schema;

/** How far a column has come; those that are planned, tried out or gone are not validated. */
public enum Lifecycle {
    PLANNED,
    ALPHA,
    BETA,
    PRODUCTION,
    DEPRECATED,
    DEBUG_ONLY,
    DISABLED;

    /** Returns whether a column at this stage is validated. */
    public boolean validated() {
        return this == BETA || this == PRODUCTION;
    }
}
