package io.shelfwright.podcasts;

import java.time.Instant;

/**
 * Lowers popularity by a share that differs from user to user, show to show and week to week, and is otherwise fixed:
 * {@code factor = 1 - spread x u}, u in [0, 1) from a hash of (user, show, week).
 *
 * <p>A show can thus be overtaken only by one whose own popularity is at least {@code 1 - spread} of it. The hash is
 * 64-bit FNV-1a of the ids, mixed by the finaliser of SplitMix64; it needs no state and no seed of the request, so that a
 * user's shelf does not flicker. Weeks are counted from 1970-01-01, UTC.
 */
final class Spread {
    private static final long SECONDS_A_WEEK = 7 * 86_400L;
    private static final double UNIT = 0x1.0p-53;

    private final double spread;
    private final long key;

    Spread(double spread, String userId, Instant at) {
        this.spread = spread;
        key = mix(hash(userId) + Math.floorDiv(at.getEpochSecond(), SECONDS_A_WEEK));
    }

    /**
     * Returns the factor of a show, {@code 1 - spread} (exclusive) to 1.
     *
     * @param showHash {@link #hash} of the show's id
     */
    double factor(long showHash) {
        return 1 - spread * ((mix(key ^ showHash) >>> 11) * UNIT);
    }

    /** Returns a hash of an id that is the same on every machine. */
    static long hash(String id) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < id.length(); i++) {
            hash = (hash ^ id.charAt(i)) * 0x100000001b3L;
        }
        return hash;
    }

    private static long mix(long value) {
        long mixed = (value ^ (value >>> 30)) * 0xbf58476d1ce4e5b9L;
        mixed = (mixed ^ (mixed >>> 27)) * 0x94d049bb133111ebL;
        return mixed ^ (mixed >>> 31);
    }
}
