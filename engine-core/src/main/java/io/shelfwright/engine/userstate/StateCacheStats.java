package io.shelfwright.engine.userstate;

/**
 * How well the cache of user states serves.
 *
 * @param hits states found
 * @param grown states found that grew by what was recorded since
 * @param misses states that had to be read and folded as a whole
 * @param evictions states dropped for space
 * @param entries states held now, about
 * @param foldNanos time spent reading and folding
 */
public record StateCacheStats(long hits, long grown, long misses, long evictions, long entries, long foldNanos) {

    /** Returns the share of look-ups that were served from memory, 0..1; 1 where there was none. */
    public double hitRate() {
        long all = hits + grown + misses;
        return all == 0 ? 1 : (double) (hits + grown) / all;
    }
}
