package io.shelfwright.testkit;

import io.shelfwright.spi.RecallRequest;
import io.shelfwright.spi.RequestContext;
import io.shelfwright.spi.ShelfSpec;
import io.shelfwright.spi.UserState;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;

/** Requests at one fixed time, with one fixed seed. */
public final class TestRequests {
    /** The time of every test request: a Wednesday noon, UTC. */
    public static final Instant AT = Instant.parse("2024-05-01T12:00:00Z");

    /** The seed of every test request. */
    public static final long SEED = 7;

    private static final int LIMIT = 100;

    private TestRequests() {}

    /** Returns the time so many days before {@link #AT}; negative for later. */
    public static Instant daysAgo(double days) {
        return AT.minus(Duration.ofMillis(Math.round(days * 86_400_000.0)));
    }

    /** Returns a request of user {@code u}, in no market. */
    public static RequestContext context() {
        return context("u", "");
    }

    /** Returns a request of a user in the market of the user's profile. */
    public static RequestContext context(UserState user) {
        return context(user.profile().userId(), user.profile().market());
    }

    /** Returns a request of a user in a market. */
    public static RequestContext context(String userId, String market) {
        return new RequestContext("r-1", userId, AT, ZoneOffset.UTC, market, "desktop", SEED);
    }

    /** Returns the same request at another time. */
    public static RequestContext at(RequestContext context, Instant at) {
        return new RequestContext(
                context.requestId(),
                context.userId(),
                at,
                context.zone(),
                context.market(),
                context.device(),
                context.seed());
    }

    /** Returns the same request with another seed. */
    public static RequestContext seeded(RequestContext context, long seed) {
        return new RequestContext(
                context.requestId(),
                context.userId(),
                context.at(),
                context.zone(),
                context.market(),
                context.device(),
                seed);
    }

    /** Returns what a generator is asked for a user, at most 100 proposals a shelf. */
    public static RecallRequest recall(UserState user, ShelfSpec... shelves) {
        return new RecallRequest(context(user), user, List.of(shelves), LIMIT);
    }

    /** Returns what a generator is asked for a user, with a limit of proposals a shelf. */
    public static RecallRequest recall(UserState user, int limit, ShelfSpec... shelves) {
        return new RecallRequest(context(user), user, List.of(shelves), limit);
    }
}
