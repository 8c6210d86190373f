package io.shelfwright.api;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** A request for one home page of one user. */
public final class HomeRequest {
    private final String userId;
    private final String requestId;
    private final String market;
    private final String device;
    private final ZoneId zone;
    private final @Nullable Instant at;
    private final @Nullable Long seed;
    private final String cursor;

    private HomeRequest(Builder builder) {
        userId = builder.userId;
        requestId = builder.requestId;
        market = builder.market;
        device = builder.device;
        zone = builder.zone;
        at = builder.at;
        seed = builder.seed;
        cursor = builder.cursor;
    }

    /** Returns a builder for a user in UTC, on a desktop, at the time of the engine's clock. */
    public static Builder forUser(String userId) {
        return new Builder(userId);
    }

    public String userId() {
        return userId;
    }

    /** Returns the host's id of this request, empty when the engine shall derive one from user, time and seed. */
    public String requestId() {
        return requestId;
    }

    /** Returns the market to build for, empty for that of the user's profile. */
    public String market() {
        return market;
    }

    /** Returns the device class, such as {@code desktop} or {@code phone}; it selects the examination table. */
    public String device() {
        return device;
    }

    /** Returns the zone in which the user's hour and weekday are read. */
    public ZoneId zone() {
        return zone;
    }

    /** Returns the time to build for, or null for the engine's clock. */
    public @Nullable Instant at() {
        return at;
    }

    /** Returns the seed of every random draw, empty when the engine shall derive one from request id or user and time. */
    public OptionalLong seed() {
        return seed == null ? OptionalLong.empty() : OptionalLong.of(seed);
    }

    /** Returns the cursor of the page to continue, empty for a first page. */
    public String cursor() {
        return cursor;
    }

    /** Returns a builder that starts from this request. */
    public Builder toBuilder() {
        Builder builder = new Builder(userId);
        builder.requestId = requestId;
        builder.market = market;
        builder.device = device;
        builder.zone = zone;
        builder.at = at;
        builder.seed = seed;
        builder.cursor = cursor;
        return builder;
    }

    /** Builds a request; not thread-safe. */
    public static final class Builder {
        private final String userId;
        private String requestId = "";
        private String market = "";
        private String device = "desktop";
        private ZoneId zone = ZoneOffset.UTC;
        private @Nullable Instant at;
        private @Nullable Long seed;
        private String cursor = "";

        private Builder(String userId) {
            this.userId = Check.id(userId, "user id");
        }

        public Builder requestId(String value) {
            requestId = Check.id(value, "request id");
            return this;
        }

        public Builder market(String value) {
            market = Check.present(value, "market");
            return this;
        }

        public Builder device(String value) {
            device = Check.id(value, "device");
            return this;
        }

        public Builder zone(ZoneId value) {
            zone = Check.present(value, "zone");
            return this;
        }

        public Builder at(Instant value) {
            at = Check.present(value, "at");
            return this;
        }

        public Builder seed(long value) {
            seed = value;
            return this;
        }

        /** Asks for the shelves after those of an earlier page. */
        public Builder cursor(String value) {
            cursor = Check.present(value, "cursor");
            return this;
        }

        public HomeRequest build() {
            return new HomeRequest(this);
        }
    }
}
