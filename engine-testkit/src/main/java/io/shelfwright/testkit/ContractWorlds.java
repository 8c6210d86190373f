package io.shelfwright.testkit;

import io.shelfwright.spi.CandidateBatch;
import io.shelfwright.spi.RequestContext;
import io.shelfwright.spi.UserState;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The seeded worlds of the contracts, each drawn once. */
final class ContractWorlds {
    /** Worlds that a property is checked on. */
    static final int WORLDS = 5;

    private static final int USERS_OF_A_WORLD = 4;
    private static final int CANDIDATES = 50;
    private static final Map<Long, SeededWorld> WORLD_BY_SEED = new ConcurrentHashMap<>();

    private ContractWorlds() {}

    /** Returns the world of 200 items and 10 users of a seed. */
    static SeededWorld of(long seed) {
        return WORLD_BY_SEED.computeIfAbsent(seed, SeededWorld::of);
    }

    /** Returns a few batches of a world, for different users, the first of whom did nothing. */
    static List<CandidateBatch> batches(SeededWorld world) {
        List<CandidateBatch> batches = new ArrayList<>();
        for (int user = 0; user < USERS_OF_A_WORLD; user++) {
            batches.add(world.batch(user, CANDIDATES));
        }
        return batches;
    }

    /**
     * Returns requests of many different users, times and ids in the same few markets: what a cache by request would keep.
     *
     * @param round requests of different rounds have nothing in common but the markets
     */
    static List<RequestContext> requests(UserState user, int round) {
        List<RequestContext> requests = new ArrayList<>();
        for (String market : SeededCatalog.MARKETS) {
            requests.add(new RequestContext(
                    "round-" + round + "-" + user.profile().userId() + "-" + market,
                    user.profile().userId(),
                    TestRequests.AT.plusSeconds(round),
                    ZoneId.of("UTC"),
                    market,
                    "desktop",
                    round));
        }
        return requests;
    }

    /** Returns the times that a request may have, the usual one among them. */
    static List<Instant> times() {
        return List.of(
                TestRequests.AT,
                Instant.EPOCH,
                Instant.parse("0001-01-02T00:00:00Z"),
                Instant.parse("9999-12-30T23:59:59Z"));
    }
}
