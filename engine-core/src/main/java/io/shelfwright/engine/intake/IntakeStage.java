package io.shelfwright.engine.intake;

import io.shelfwright.api.HomeRequest;
import io.shelfwright.engine.generation.Generation;
import io.shelfwright.engine.request.Hashes;
import io.shelfwright.engine.request.Journal;
import io.shelfwright.engine.request.Trace;
import io.shelfwright.engine.request.Visit;
import io.shelfwright.engine.request.Visit.Rerun;
import io.shelfwright.engine.request.Visit.Served;
import io.shelfwright.engine.userstate.TimeRange;
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
    IntakeStage(UserStates users, InstantSource clock) {
        this.users = users;
        this.clock = clock;
    }

    /**
     * Takes in a live request.
     *
     * @throws io.shelfwright.api.BadRequestException if the cursor is not one of ours, or the time is absurd
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
        TimeRange.check(at, "the request");
        Served served = Served.NOTHING;
        int page = 0;
        long seed;
        if (request.cursor().isEmpty()) {
            seed = request.seed()
                    .orElse(Hashes.mix(Hashes.of(request.userId()), Hashes.of(request.requestId()), nanos(at)));
        } else {
            Cursor cursor = Cursor.decode(request.cursor());
            at = cursor.at();
            served = cursor.served();
            page = cursor.page();
            seed = Hashes.mix(cursor.seed(), page, 0);
        }
        String requestId = request.requestId().isEmpty()
                ? String.format(
                        java.util.Locale.ROOT,
                        "%016x",
                        Hashes.mix(
                                Hashes.of(request.userId()),
                                seed,
                                Hashes.mix(nanos(at), page, Hashes.of(request.device()))))
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
}
