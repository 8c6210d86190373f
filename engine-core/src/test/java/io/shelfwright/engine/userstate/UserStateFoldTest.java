package io.shelfwright.engine.userstate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.api.Feedback;
import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.TargetType;
import io.shelfwright.api.UserProfile;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.ImpressionKey.Scope;
import io.shelfwright.spi.ItemHistory;
import io.shelfwright.spi.UserState;
import io.shelfwright.testkit.TestCatalog;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class UserStateFoldTest {
    private static final UserProfile PROFILE = UserProfile.unknown("user");
    private static final Instant NOON = Instant.parse("2024-05-01T12:00:00Z");
    private static final Catalog CATALOG = TestCatalog.builder()
            .album("a", "x", "rock")
            .album("b", "y", "jazz", "rock")
            .playlist("p", "x", "y")
            .build();

    private final List<Interaction> recorded = new ArrayList<>();

    @Test
    void nobodyHasAnEmptyState() {
        UserState state = state();

        assertThat(state.version()).isZero();
        assertThat(state.plays()).isZero();
        assertThat(state.lastActive()).isNull();
        assertThat(state.history("a")).isNull();
        assertThat(state.histories()).isEmpty();
        assertThat(state.artistShare("x")).isZero();
        assertThat(state.daypartShare(0)).isZero();
        assertThat(state.impressions(Scope.ITEM, "a", NOON)).isZero();
        assertThat(state.exploredViews(Instant.MIN)).isZero();
    }

    @Test
    void sharesHalveEverySixtyDaysAndAreDividedAmongArtists() {
        add(InteractionType.PLAY, "p", NOON.minus(Duration.ofDays(60)));
        add(InteractionType.PLAY, "a", NOON);

        UserState state = state();

        // Weights 1/2 (to x and y in equal parts) and 1 (to x), of 3/2 in all.
        assertThat(state.artistShare("x")).isCloseTo(1.25 / 1.5, within(1e-12));
        assertThat(state.artistShare("y")).isCloseTo(0.25 / 1.5, within(1e-12));
        assertThat(state.artists()).extracting("name").containsExactly("x", "y");
        assertThat(state.kindShare("playlist")).isCloseTo(1 / 3.0, within(1e-12));
        assertThat(state.histories()).extracting(ItemHistory::itemId).containsExactly("a", "p");
    }

    @Test
    void anItemsListeningIsDecayedUntilItsOwnLastPlay() {
        add(InteractionType.PLAY, "a", NOON.minus(Duration.ofDays(180)));
        add(InteractionType.COMPLETE, "a", NOON.minus(Duration.ofDays(120)));
        add(InteractionType.PLAY, "b", NOON);

        ItemHistory history = state().history("a");

        assertThat(history.plays()).isEqualTo(2);
        assertThat(history.completes()).isEqualTo(1);
        assertThat(history.decayedPlays()).isCloseTo(1.5, within(1e-12));
        assertThat(history.firstPlayed()).isEqualTo(NOON.minus(Duration.ofDays(180)));
    }

    @Test
    void whatTheCatalogLacksHasAHistoryButNoArtists() {
        add(InteractionType.PLAY, "gone", NOON);
        add(InteractionType.PLAY, "a", NOON);

        assertThat(state().history("gone")).isNotNull();
        assertThat(state().artistShare("x")).isEqualTo(0.5);
    }

    @Test
    void aGapOfThirtyMinutesBeginsANewSession() {
        add(InteractionType.PLAY, "p", NOON.minus(Duration.ofMinutes(59)));
        add(InteractionType.PLAY, "a", NOON.minus(Duration.ofMinutes(29)));
        add(InteractionType.PLAY, "b", NOON.minus(Duration.ofMinutes(1)));
        add(InteractionType.PLAY, "a", NOON);
        add(InteractionType.SKIP, "p", NOON);

        assertThat(state().lastSession()).containsExactly("a", "b");
    }

    @Test
    void aPositiveReactionClearsEarlierViewsOfItsItemFromItemArtistAndShelf() {
        view("a", NOON.minus(Duration.ofDays(7)), "top", false);
        view("p", NOON.minus(Duration.ofDays(7)), "top", false);
        view("a", NOON, "top", false);

        assertThat(state().impressions(Scope.ITEM, "a", NOON)).isCloseTo(1.5, within(1e-12));
        assertThat(state().impressions(Scope.ARTIST, "x", NOON)).isCloseTo(2, within(1e-12));
        assertThat(state().impressions(Scope.SHELF, "top", NOON.plus(Duration.ofDays(7))))
                .isCloseTo(1, within(1e-12));

        add(InteractionType.SAVE, "a", NOON.minus(Duration.ofDays(1)));

        assertThat(state().impressions(Scope.ITEM, "a", NOON)).isCloseTo(1, within(1e-12));
        assertThat(state().impressions(Scope.ARTIST, "x", NOON)).isCloseTo(1.5, within(1e-12));
        assertThat(state().impressions(Scope.SHELF, "top", NOON)).isCloseTo(1.5, within(1e-12));
        assertThat(state().impressions(Scope.SHELF, "a", NOON)).isZero();
    }

    @Test
    void exploredViewsAreCountedFromATimeOnAnsweredOrNot() {
        view("a", NOON.minusSeconds(10), "top", true);
        view("b", NOON, "top", true);
        view("p", NOON, "top", false);
        add(InteractionType.PLAY, "b", NOON.plusSeconds(1));

        assertThat(state().exploredViews(NOON.minusSeconds(10))).isEqualTo(2);
        assertThat(state().exploredViews(NOON.minusSeconds(9))).isEqualTo(1);
        assertThat(state().exploredViews(NOON.plusSeconds(1))).isZero();
    }

    @Test
    void aFavouriteLastsUntilItIsDisliked() {
        add(InteractionType.SAVE, "a", NOON);
        recorded.add(new Interaction(
                "f", "user", InteractionType.FOLLOW, TargetType.ARTIST, "x", NOON, 1, "", "", "", false));
        assertThat(state().isFavourite("a")).isTrue();
        assertThat(state().isFavourite("x")).isTrue();
        assertThat(state().history("a").saved()).isTrue();

        add(InteractionType.HIDE, "a", NOON.plusSeconds(1));
        assertThat(state().isFavourite("a")).isTrue();
        add(InteractionType.DISLIKE, "a", NOON.plusSeconds(2));

        assertThat(state().isFavourite("a")).isFalse();
        assertThat(state().history("a").saved()).isFalse();
        assertThat(state().isFavourite("x")).isTrue();
        assertThat(state().negativeFeedback()).extracting("hidden").containsExactly(true, false);
    }

    @Test
    void partsOfTheWeekAreThoseOfTheCalendarInUtc() {
        Random random = new Random(1);
        for (int i = 0; i < 20_000; i++) {
            Instant time = Instant.ofEpochSecond(random.nextLong(-4_000_000_000L, 8_000_000_000L));
            assertThat(Habits.daypart(time))
                    .as(time.toString())
                    .isEqualTo(ItemHistory.daypart(time.atZone(ZoneOffset.UTC)));
        }
    }

    @Test
    void undoneIsAsIfNeverRecordedToTheLastBit() {
        Catalog catalog = RandomInteractions.catalog();
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(seed);
            List<Interaction> plain = RandomInteractions.of(random, 1 + random.nextInt(300));
            List<Interaction> withUndone = new ArrayList<>(plain);
            for (int i = 0; i < 5; i++) {
                Interaction extra = RandomInteractions.one(random, "extra" + i)
                        .at(RandomInteractions.START.plusSeconds(random.nextInt(30_000_000)));
                withUndone.add(random.nextInt(withUndone.size() + 1), extra);
                withUndone.add(Feedback.undo("user", extra.id())
                        .withId("undo" + i)
                        .at(extra.time().plusSeconds(60)));
            }

            UserState expected = UserStateFold.fold(PROFILE, plain, catalog);
            UserState actual = UserStateFold.fold(PROFILE, withUndone, catalog);

            assertThat(StateText.of(actual)).as("seed " + seed).isEqualTo(StateText.of(expected));
            assertThat(actual.version()).isEqualTo(plain.size() + 10);
        }
    }

    @Test
    void whatComesLateGivesTheSameStateToTheLastBit() {
        Catalog catalog = RandomInteractions.catalog();
        for (int seed = 0; seed < 60; seed++) {
            Random random = new Random(1000 + seed);
            List<Interaction> inTime = RandomInteractions.of(random, 1 + random.nextInt(400));
            List<Interaction> late = new ArrayList<>(inTime);
            Collections.shuffle(late, random);

            assertThat(StateText.of(UserStateFold.fold(PROFILE, late, catalog)))
                    .as("seed " + seed)
                    .isEqualTo(StateText.of(UserStateFold.fold(PROFILE, inTime, catalog)));
        }
    }

    @Test
    void atTheSameTimeTheOneRecordedLastHolds() {
        add(InteractionType.DISLIKE, "a", NOON);
        add(InteractionType.SAVE, "a", NOON);

        assertThat(state().isFavourite("a")).isTrue();
    }

    @Test
    void sharesStayFiniteAndBelowOneForExtremeTimesAndAmounts() {
        add(InteractionType.PLAY, "a", Instant.MIN);
        add(InteractionType.PLAY, "b", Instant.EPOCH);
        add(InteractionType.PLAY, "p", Instant.MAX);
        recorded.add(Interaction.of("user", InteractionType.PLAY, "a")
                .withAmount(0)
                .withId("zero")
                .at(NOON));
        view("a", Instant.MIN, "top", true);
        view("a", Instant.MAX, "top", true);

        UserState state = state();

        assertThat(state.artistShare("x") + state.artistShare("y")).isBetween(0.0, 1.0000001);
        for (ItemHistory history : state.histories()) {
            assertThat(history.decayedPlays()).isFinite();
        }
        assertThat(state.impressions(Scope.ITEM, "a", Instant.MIN)).isFinite();
        assertThat(state.exploredViews(Instant.MIN)).isEqualTo(2);
        assertThat(state.lastSession()).containsExactly("p");
    }

    private void add(InteractionType type, String item, Instant time) {
        recorded.add(Interaction.of("user", type, item)
                .withId("id" + recorded.size())
                .at(time));
    }

    private void view(String item, Instant time, String shelf, boolean explored) {
        recorded.add(Interaction.of("user", InteractionType.IMPRESSION, item)
                .from("page", shelf)
                .explored(explored)
                .withId("id" + recorded.size())
                .at(time));
    }

    private UserState state() {
        return UserStateFold.fold(PROFILE, recorded, CATALOG);
    }
}
