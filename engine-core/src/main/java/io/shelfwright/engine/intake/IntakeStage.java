package io.shelfwright.engine.intake;

import io.shelfwright.api.HomeRequest;
import io.shelfwright.engine.generation.Generation;
import io.shelfwright.engine.request.Journal;
import io.shelfwright.engine.request.Trace;
import io.shelfwright.engine.request.Visit;
import io.shelfwright.engine.request.Visit.Rerun;
import io.shelfwright.engine.request.Visit.Served;
import io.shelfwright.engine.userstate.UserStates;
import io.shelfwright.spi.RequestContext;
import io.shelfwright.spi.UserState;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;

/** First stage: reads the clock once, fixes the seed, and loads the user's state. */
public final class IntakeStage {
    private final UserStates users;
    private final InstantSource clock;

    @Inject
    public IntakeStage(UserStates users, InstantSource clock) {
        this.users = users;
        this.clock = clock;
    }

    /**
     * Takes in a live request.
     *
     * @throws io.shelfwright.api.BadRequestException if the cursor is not one of ours
     * @throws io.shelfwright.api.UserStateException if the user's state cannot be read
     */
    public Visit accept(HomeRequest request, Generation generation, Trace trace) {
        UserState user = users.current(request.userId(), generation.catalog());
        return visit(request, user, generation, Rerun.NONE, trace);
    }

    /** Takes in a request once more, for a user's state as it was, cut short where it was cut short before. */
    public Visit again(HomeRequest request, long stateVersion, Generation generation, Rerun rerun, Trace trace) {
        UserState user = users.at(request.userId(), stateVersion, generation.catalog());
        return visit(request, user, generation, rerun, trace);
    }

    private Visit visit(HomeRequest request, UserState user, Generation generation, Rerun rerun, Trace trace) {
        Instant at = request.at() == null ? clock.instant() : request.at();
        Served served = Served.NOTHING;
        int page = 0;
        long seed;
        if (request.cursor().isEmpty()) {
            seed = request.seed()
                    .orElse(mix(Served.hash(request.userId()), Served.hash(request.requestId()), nanos(at)));
        } else {
            Cursor cursor = Cursor.decode(request.cursor());
            at = cursor.at();
            served = cursor.served();
            page = cursor.page();
            seed = mix(cursor.seed(), page, 0);
        }
        String requestId = request.requestId().isEmpty()
                ? String.format(
                        java.util.Locale.ROOT,
                        "%016x",
                        mix(Served.hash(request.userId()), seed, mix(nanos(at), page, Served.hash(request.device()))))
                : request.requestId();
        String market = request.market().isEmpty() ? user.profile().market() : request.market();
        RequestContext context =
                new RequestContext(requestId, request.userId(), at, request.zone(), market, request.device(), seed);
        return new Visit(context, user, generation, served, rerun, new Journal(), trace);
    }

    /** Returns the number of the page that a cursor asks for, 0 without one. */
    public static int pageOf(String cursor) {
        return cursor.isEmpty() ? 0 : Cursor.decode(cursor).page();
    }

    private static long nanos(Instant at) {
        return at.getEpochSecond() * 1_000_000_000L + at.getNano();
    }

    /** Mixes three numbers (the finaliser of SplitMix64, Steele et al. 2014). */
    public static long mix(long first, long second, long third) {
        long z = first * 0x9E3779B97F4A7C15L
                + Long.rotateLeft(second, 21) * 0xC2B2AE3D27D4EB4FL
                + Long.rotateLeft(third, 42);
        z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
        z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
        return z ^ (z >>> 31);
    }
}
