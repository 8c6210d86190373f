package io.shelfwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.api.Item;
import io.shelfwright.api.ItemKind;
import io.shelfwright.api.TargetType;
import io.shelfwright.spi.ImpressionKey.Scope;
import io.shelfwright.spi.UserState;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class TestUserTest {
    private final TestCatalog catalog = TestCatalog.builder()
            .album("a", "x", "rock")
            .album("b", "y", "rock", "pop")
            .item(Item.builder("p", ItemKind.PLAYLIST, "P").artists("x", "y"))
            .build();

    @Test
    void aUserWhoDidNothingHasNothing() {
        UserState user = TestUser.of("u").build(catalog);

        assertThat(user.plays()).isZero();
        assertThat(user.histories()).isEmpty();
        assertThat(user.artistShare("x")).isZero();
        assertThat(user.lastActive()).isNull();
        assertThat(user.lastSession()).isEmpty();
    }

    @Test
    void sharesHalveIn60Days() {
        UserState user = TestUser.of("u")
                .plays("a", 4, TestRequests.daysAgo(60))
                .plays("b", 2, TestRequests.AT)
                .build(catalog);

        assertThat(user.artistShare("x")).isCloseTo(0.5, within(1e-9));
        assertThat(user.genreShare("rock")).isCloseTo(0.75, within(1e-9));
        assertThat(user.genreShare("pop")).isCloseTo(0.25, within(1e-9));
        assertThat(user.kindShare("album")).isEqualTo(1);
        assertThat(user.plays()).isEqualTo(6);
        assertThat(user.genres()).extracting("name").containsExactly("rock", "pop");
    }

    @Test
    void impressionsHalveInAWeekAndEndWithAPositiveReaction() {
        TestUser user = TestUser.of("u").impressions("a", "s", 2, TestRequests.daysAgo(7));
        assertThat(user.build(catalog).impressions(Scope.ARTIST, "x", TestRequests.AT))
                .isCloseTo(1, within(1e-9));
        assertThat(user.build(catalog).impressions(Scope.SHELF, "s", TestRequests.AT))
                .isCloseTo(1, within(1e-9));

        user.play("a", TestRequests.daysAgo(1));
        assertThat(user.build(catalog).impressions(Scope.ITEM, "a", TestRequests.AT))
                .isZero();
    }

    @Test
    void anUndoneHideHasNeverBeen() {
        TestUser user = TestUser.of("u").hide(TargetType.ARTIST, "x", TestRequests.AT);
        assertThat(user.build(catalog).negativeFeedback())
                .extracting("targetId")
                .containsExactly("x");

        assertThat(user.undo("i-1").build(catalog).negativeFeedback()).isEmpty();
    }

    @Test
    void aSessionEndsAfterHalfAnHourOfSilence() {
        UserState user = TestUser.of("u")
                .play("p", TestRequests.AT.minus(Duration.ofHours(2)))
                .play("a", TestRequests.AT.minus(Duration.ofMinutes(40)))
                .complete("b", TestRequests.AT.minus(Duration.ofMinutes(15)))
                .build(catalog);

        assertThat(user.lastSession()).containsExactly("b", "a");
        assertThat(user.history("b").completes()).isEqualTo(1);
        assertThat(user.histories()).extracting("itemId").containsExactly("b", "a", "p");
    }
}
