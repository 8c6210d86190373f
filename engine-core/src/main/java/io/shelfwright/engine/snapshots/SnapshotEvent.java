package io.shelfwright.engine.snapshots;

import java.time.Instant;

/**
 * Something that became of a version after it was published.
 *
 * @param at when
 * @param version the version
 * @param event {@link #IN_USE}, {@link #CANDIDATE} or {@link #WITHDRAWN}
 * @param why for people, may be empty
 */
public record SnapshotEvent(Instant at, String version, String event, String why) {
    /** It was put into use by a rollback or as the candidate. */
    public static final String IN_USE = "in-use";
    /** Its trial began. */
    public static final String CANDIDATE = "candidate";
    /** Its trial was ended. */
    public static final String WITHDRAWN = "withdrawn";
}
