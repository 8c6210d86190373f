package io.shelfwright.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.spi.RequestContext;
import io.shelfwright.spi.UserState;
import io.shelfwright.testkit.TestCandidates;
import io.shelfwright.testkit.TestCatalog;
import io.shelfwright.testkit.TestShelves;
import io.shelfwright.testkit.TestUser;
import java.time.Instant;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;

class ContextFeaturesTest {
    private final TestCatalog catalog =
            TestCatalog.builder().album("blue", "nina", "jazz").build();

    private Computed at(String time, String zone, String market, String device, TestUser user) {
        UserState state = user.build(catalog);
        RequestContext context = new RequestContext("r", "u", Instant.parse(time), ZoneId.of(zone), market, device, 1);
        return Computed.of(TestCandidates.of(catalog, state, context)
                .add("blue", TestShelves.shelf("mix"))
                .build());
    }

    @Test
    void hourAndWeekdayAreTheUsersOwn() {
        Computed features = at("2024-05-03T21:00:00Z", "Asia/Tokyo", "JP", "phone", TestUser.of("u"));

        assertThat(features.get("context.hour_sin")).isEqualTo(1, within(1e-9));
        assertThat(features.get("context.hour_cos")).isEqualTo(0, within(1e-9));
        assertThat(features.get("context.weekend")).isEqualTo(1);
        assertThat(features.get("context.device_phone")).isEqualTo(1);
    }

    @Test
    void activityIsTheShareOfTheSamePartOfTheWeek() {
        TestUser user = TestUser.of("u")
                .market("SE")
                .plays("blue", 1, Instant.parse("2024-04-30T13:00:00Z"))
                .plays("blue", 1, Instant.parse("2024-04-30T20:00:00Z"));

        Computed features = at("2024-05-01T12:00:00Z", "UTC", "SE", "desktop", user);

        assertThat(features.get("context.daypart_activity")).isEqualTo(0.5, within(0.01));
        assertThat(features.get("context.home_market")).isEqualTo(1);
        assertThat(features.get("context.device_phone")).isZero();
    }

    @Test
    void whatIsUnknownIsMissing() {
        Computed features = at("2024-05-01T12:00:00Z", "UTC", "SE", "desktop", TestUser.of("u"));

        assertThat(features.get("context.daypart_activity")).isNaN();
        assertThat(features.get("context.home_market")).isNaN();
        assertThat(at(
                                "2024-05-01T12:00:00Z",
                                "UTC",
                                "SE",
                                "desktop",
                                TestUser.of("u").market("US"))
                        .get("context.home_market"))
                .isZero();
    }
}
