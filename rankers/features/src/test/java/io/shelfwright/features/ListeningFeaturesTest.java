package io.shelfwright.features;

import static io.shelfwright.testkit.TestRequests.daysAgo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.spi.FeatureDeclaration;
import io.shelfwright.testkit.TestCatalog;
import io.shelfwright.testkit.TestUser;
import org.junit.jupiter.api.Test;

class ListeningFeaturesTest {
    private final TestCatalog catalog = TestCatalog.builder()
            .album("blue", "nina", "jazz")
            .album("red", "otis", "soul")
            .build();

    @Test
    void whatWasDoneWithTheItemIsTold() {
        TestUser user = TestUser.of("u")
                .plays("blue", 2, daysAgo(7))
                .plays("blue", 1, daysAgo(3.5))
                .complete("blue", daysAgo(7))
                .skip("blue", daysAgo(4))
                .save("blue", daysAgo(4));

        Computed features = Computed.of(catalog, user, "blue");

        assertThat(features.get("user_item.known")).isEqualTo(1);
        assertThat(features.get("user_item.plays_log")).isEqualTo(Math.log(5), within(1e-9));
        assertThat(features.get("user_item.days_since_played_log")).isEqualTo(Math.log(4.5), within(1e-9));
        assertThat(features.get("user_item.daypart_share")).isEqualTo(0.75, within(1e-9));
        assertThat(features.get("user_item.complete_share")).isEqualTo(0.25, within(1e-9));
        assertThat(features.get("user_item.skips_log")).isEqualTo(Math.log(2), within(1e-9));
        assertThat(features.get("user_item.favourite")).isEqualTo(1);
    }

    @Test
    void anItemNeverPlayedByAListenerIsZeroWhereZeroIsTrue() {
        Computed features = Computed.of(catalog, TestUser.of("u").play("blue"), "red");

        assertThat(features.get("user_item.known")).isZero();
        assertThat(features.get("user_item.plays_log")).isZero();
        assertThat(features.get("user_item.skips_log")).isZero();
        assertThat(features.get("user_item.favourite")).isZero();
        assertThat(features.get("user_item.days_since_played_log")).isNaN();
        assertThat(features.get("user_item.daypart_share")).isNaN();
        assertThat(features.get("user_item.complete_share")).isNaN();
    }

    @Test
    void aSavedItemThatWasNeverPlayedIsKnown() {
        Computed features = Computed.of(catalog, TestUser.of("u").save("red", daysAgo(1)), "red");

        assertThat(features.get("user_item.known")).isEqualTo(1);
        assertThat(features.get("user_item.favourite")).isEqualTo(1);
        assertThat(features.get("user_item.plays_log")).isZero();
        assertThat(features.get("user_item.days_since_played_log")).isNaN();
    }

    @Test
    void everythingIsMissingForAUserWithoutHistory() {
        Computed features = Computed.of(catalog, TestUser.of("u"), "red");

        for (FeatureDeclaration feature : StandardFeatures.declarations()) {
            if (feature.family().equals("user_item")) {
                assertThat(features.get(feature.name())).as(feature.name()).isNaN();
            }
        }
    }
}
