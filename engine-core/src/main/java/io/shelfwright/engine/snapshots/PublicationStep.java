package io.shelfwright.engine.snapshots;

/** The moments of a publication after each of which a process may die and leave the old version or the new one. */
enum PublicationStep {
    /** Nothing is written yet; leftovers are swept. */
    SWEPT,
    /** All files but the manifest lie in the staging directory. */
    WRITTEN,
    /** They were read as an engine reads them, and pages were built with them. */
    VERIFIED,
    /** The manifest is written. */
    LISTED,
    /** Everything is on the disk. */
    FORCED,
    /** The number of the version is written down as one that is not finished. */
    ANNOUNCED,
    /** The staging directory has its final name; nobody uses it yet. */
    MOVED,
    /** The version that was in use is written down as the one to go back to. */
    REMEMBERED,
    /** The new name is written beside the old one. */
    NAMED,
    /** The new version is in use. */
    IN_USE,
    /** Nothing unfinished is left. */
    SETTLED,
    /** An old version has been renamed, but its files are there. */
    CONDEMNED;

    /** Told of each moment when it has come; a test ends the process there. */
    @FunctionalInterface
    interface Listener {
        void reached(PublicationStep step);
    }
}
