package io.shelfwright.spi;

/** Names of the objectives that a ranker may predict; a team may add its own. */
public final class Objective {
    /** Any positive reaction to an examined card. */
    public static final String STREAM = "stream";

    public static final String SAVE = "save";
    public static final String FOLLOW = "follow";
    /** A negative reaction; its weight in the utility is negative. */
    public static final String HIDE = "hide";

    private Objective() {}
}
