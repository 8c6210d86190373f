package io.shelfwright.learning.schedule;

/** What becomes of times that passed while a run was still going, or the machine slept. */
public enum Misfire {
    /** One run makes up for all of them, at once. */
    ONCE,
    /** They are left out; the next run is at the next time. */
    SKIP
}
