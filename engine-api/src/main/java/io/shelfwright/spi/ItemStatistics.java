package io.shelfwright.spi;

/** How the items of a catalog are used, over all users; indices are those of the catalog. Immutable. */
public interface ItemStatistics {

    /** Returns the number of plays. */
    double plays(int item);

    /** Returns the number of users who played it. */
    int listeners(int item);

    /** Returns plays decayed with a half-life of 7 days before the snapshot: what is popular now. */
    double recentPlays(int item);

    /** Returns the number of examined impressions. */
    double views(int item);

    /** Returns the number of positive reactions to those impressions. */
    double engagements(int item);

    /** Returns the popularity rank within the item's kind, 0 (least) to 1 (most). */
    double popularity(int item);

    /** Returns whether plays of this market were counted, so that its ranks say something of it. */
    boolean knowsMarket(String market);

    /** Returns the popularity rank within kind and market, 0 to 1; that over all markets where the market is unknown. */
    double popularity(String market, int item);

    /**
     * Returns the empirical-Bayes mean of engagements per view: {@code (S + n0 m0) / (D + n0)} with n0 = 40 and m0 the
     * mean of items of like kind and popularity.
     */
    double expectedEngagement(int item);
}
