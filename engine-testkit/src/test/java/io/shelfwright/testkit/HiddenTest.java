package io.shelfwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.api.Item;
import io.shelfwright.api.ItemKind;
import io.shelfwright.api.TargetType;
import io.shelfwright.spi.CandidateBatch;
import io.shelfwright.spi.Hidden;
import io.shelfwright.spi.NegativeFeedback;
import io.shelfwright.spi.ShelfSpec;
import io.shelfwright.spi.Unwanted;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class HiddenTest {
    private static final Instant YESTERDAY = TestRequests.daysAgo(1);

    private final ShelfSpec one = TestShelves.shelf("one");
    private final ShelfSpec two = TestShelves.shelf("two");
    private final TestCatalog catalog = TestCatalog.builder()
            .album("a1", "x", "rock", "pop", "soul", "jazz")
            .album("a2", "x", "metal")
            .album("b1", "y", "jazz")
            .artist("x")
            .playlist("few", "y", "x")
            .playlist("led", "x", "y", "c", "d", "e", "f")
            .playlist("many", "y", "x", "c", "d", "e", "f")
            .playlist("often", "y", "x", "c", "x", "e", "f", "g", "h", "i", "j")
            .item(Item.builder("show", ItemKind.PODCAST_SHOW, "Show").genres("news"))
            .artistName("x", "Xenia")
            .build();

    @Test
    void anItemThatWasHiddenIsDroppedFromEveryShelfForGood() {
        TestUser user = TestUser.of("u").hide(TargetType.ITEM, "a1", TestRequests.daysAgo(5000));
        CandidateBatch batch = TestCandidates.of(catalog, user.build(catalog))
                .add("a1", one)
                .add("a1", two)
                .add("a2", one)
                .build();
        TestDrops drops = drops(batch);

        assertThat(drops.itemIds()).containsExactly("a1", "a1");
    }

    @Test
    void theReasonSaysWhatTheUserDidAndWhen() {
        TestUser user = TestUser.of("u")
                .hide(TargetType.ITEM, "b1", YESTERDAY)
                .dislike(TargetType.ARTIST, "x", YESTERDAY)
                .hide(TargetType.GENRE, "News", YESTERDAY);
        TestDrops drops = drops(user, "b1", "a1", "show");

        assertThat(drops.reason(0)).isEqualTo("hidden by you on 2024-04-30");
        assertThat(drops.reason(1)).isEqualTo("artist Xenia disliked by you on 2024-04-30");
        assertThat(drops.reason(2)).isEqualTo("genre news hidden by you on 2024-04-30");
    }

    @Test
    void anArtistIsDroppedFromAFifthOfAPlaylistOrFromItsFirstPlaceOn() {
        TestUser user = TestUser.of("u").hide(TargetType.ARTIST, "x", YESTERDAY);

        assertThat(drops(user, "a1", "a2", "b1", "x", "few", "led", "many", "often", "show")
                        .itemIds())
                .containsExactly("a1", "a2", "x", "few", "led", "often");
    }

    @Test
    void aGenreIsDroppedWhereverItIsNamed() {
        assertThat(drops(TestUser.of("u").hide(TargetType.GENRE, "jazz", YESTERDAY), "a1", "b1")
                        .itemIds())
                .containsExactly("a1", "b1");
    }

    @Test
    void shelvesAndKindsAreDropped() {
        TestUser shelf = TestUser.of("u").hide(TargetType.SHELF, "one", YESTERDAY);
        TestUser kind = TestUser.of("u").hide(TargetType.KIND, "podcast-show", YESTERDAY);

        assertThat(drops(shelf, "a1", "b1").keptItemIds()).isEmpty();
        assertThat(drops(kind, "a1", "show").itemIds()).containsExactly("show");
    }

    @Test
    void masksEndAfterTheirTime() {
        TestUser user = TestUser.of("u")
                .hide(TargetType.ARTIST, "x", TestRequests.daysAgo(30))
                .hide(TargetType.GENRE, "jazz", TestRequests.daysAgo(14))
                .hide(TargetType.SHELF, "one", TestRequests.daysAgo(30))
                .hide(TargetType.KIND, "podcast-show", TestRequests.daysAgo(14));
        assertThat(drops(user, "a1", "b1", "show").itemIds()).isEmpty();

        user.hide(TargetType.ARTIST, "x", TestRequests.daysAgo(29.9));
        assertThat(drops(user, "a1", "b1", "show").itemIds()).containsExactly("a1");
    }

    @Test
    void feedbackOfTheFutureCountsAsOfNow() {
        TestDrops drops = drops(TestUser.of("u").hide(TargetType.ARTIST, "x", TestRequests.daysAgo(-99)), "a1");

        assertThat(drops.reason(0)).isEqualTo("artist Xenia hidden by you on 2024-05-01");
    }

    @Test
    void anUndoneHideLeavesNoTrace() {
        TestUser user = TestUser.of("u").hide(TargetType.ITEM, "a1", YESTERDAY);
        assertThat(drops(user, "a1").itemIds()).containsExactly("a1");

        assertThat(drops(user.undo("i-1"), "a1").itemIds()).isEmpty();
    }

    @Test
    void feedbackAboutWhatNobodyKnowsDropsNothing() {
        TestUser user = TestUser.of("u")
                .hide(TargetType.ITEM, "gone", YESTERDAY)
                .hide(TargetType.ARTIST, "nobody", YESTERDAY)
                .hide(TargetType.GENRE, "夜", YESTERDAY);

        assertThat(drops(user, "a1", "b1").itemIds()).isEmpty();
        assertThat(drops(user).itemIds()).isEmpty();
    }

    @Test
    void noHiddenItemEverStays() {
        RandomCases.run(30, (seed, random) -> {
            SeededWorld world = SeededWorld.of(seed);
            for (int user = 0; user < 4; user++) {
                CandidateBatch batch = world.batch(user, 80);
                TestDrops drops = drops(batch);
                for (NegativeFeedback feedback : batch.user().negativeFeedback()) {
                    if (feedback.targetType() == TargetType.ITEM
                            && !batch.user().isFavourite(feedback.targetId())) {
                        assertThat(drops.keptItemIds()).doesNotContain(feedback.targetId());
                    }
                }
                assertThat(user > 0 || drops.itemIds().isEmpty()).isTrue();
            }
        });
    }

    @Test
    void whatIsFollowedAfterwardsIsNoLongerHidden() {
        TestUser user = TestUser.of("u").hide(TargetType.ARTIST, "x", TestRequests.daysAgo(3));
        user.follow(TargetType.ARTIST, "x", TestRequests.daysAgo(4));
        assertThat(drops(user, "a1").itemIds()).containsExactly("a1");

        user.follow(TargetType.ARTIST, "x", TestRequests.daysAgo(2));
        assertThat(drops(user, "a1").itemIds()).isEmpty();
    }

    private TestDrops drops(TestUser user, String... items) {
        return drops(TestCandidates.batch(catalog, user.build(catalog), one, items));
    }

    private static TestDrops drops(CandidateBatch batch) {
        return TestDrops.of(
                (candidates, drops) -> {
                    Hidden hidden =
                            candidates.user().hidden(candidates.context().at());
                    for (int i = 0; i < candidates.size(); i++) {
                        Unwanted unwanted = hidden.mask(
                                candidates.item(i), candidates.shelf(i).id());
                        if (unwanted != null) {
                            drops.drop(
                                    i,
                                    unwanted.words(
                                            candidates.catalog(),
                                            candidates.context().zone()));
                        }
                    }
                },
                batch);
    }
}
