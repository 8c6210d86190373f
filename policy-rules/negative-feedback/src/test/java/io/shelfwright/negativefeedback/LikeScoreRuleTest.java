package io.shelfwright.negativefeedback;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.api.TargetType;
import io.shelfwright.spi.CandidateBatch;
import io.shelfwright.spi.ShelfSpec;
import io.shelfwright.testkit.RandomCases;
import io.shelfwright.testkit.SeededWorld;
import io.shelfwright.testkit.TestAdjustments;
import io.shelfwright.testkit.TestCandidates;
import io.shelfwright.testkit.TestCatalog;
import io.shelfwright.testkit.TestRequests;
import io.shelfwright.testkit.TestShelves;
import io.shelfwright.testkit.TestUser;
import org.junit.jupiter.api.Test;

/** What a user likes, saves and follows raises what is like it, and nothing else. */
class LikeScoreRuleTest {
    private static final double GAIN = 0.5;

    private final LikeScoreRule rule = new LikeScoreRule(new LikeSettings(GAIN, 30, 0.6));
    private final ShelfSpec shelf = TestShelves.shelf("s");
    private final TestCatalog catalog = TestCatalog.builder()
            .album("a1", "x", "rock")
            .album("near", "z", "folk")
            .album("far", "w", "soul")
            .album("b1", "y", "jazz")
            .playlist("many", "x", "b", "c", "d", "e", "f", "g", "h", "i", "j")
            .show("show", "news")
            .similarity("a1", "near", 0.8)
            .similarity("a1", "far", 0.6)
            .build();

    private TestAdjustments adjust(TestUser user, String... items) {
        TestAdjustments adjustments = TestAdjustments.of(items.length);
        rule.adjust(TestCandidates.batch(catalog, user.build(catalog), shelf, items), adjustments);
        return adjustments;
    }

    @Test
    void aLikedItemRaisesItselfInFullAndWhatIsAlikeByItsLikeness() {
        TestAdjustments raised =
                adjust(TestUser.of("u").like("a1", TestRequests.AT), "a1", "near", "far", "b1", "show");

        assertThat(raised.logFactor(0)).isCloseTo(GAIN, within(1e-9));
        assertThat(raised.logFactor(1)).isCloseTo(GAIN * 0.5, within(1e-9));
        assertThat(raised.logFactor(2)).isZero();
        assertThat(raised.logFactor(3)).isZero();
        assertThat(raised.reasons(1)).containsExactly("like Album a1, liked by you on 2024-05-01");
    }

    @Test
    void whatALikeGivesHalvesWithEachHalfLife() {
        assertThat(adjust(TestUser.of("u").like("a1", TestRequests.daysAgo(30)), "a1")
                        .logFactor(0))
                .isCloseTo(GAIN / 2, within(1e-9));
        assertThat(adjust(TestUser.of("u").like("a1", TestRequests.daysAgo(90)), "a1")
                        .logFactor(0))
                .isCloseTo(GAIN / 8, within(1e-9));
        assertThat(adjust(TestUser.of("u").like("a1", TestRequests.daysAgo(-5)), "a1")
                        .logFactor(0))
                .isCloseTo(GAIN, within(1e-9));
    }

    @Test
    void artistsGenresShelvesAndKindsAreRaisedWhereTheyApply() {
        TestUser artist = TestUser.of("u").follow(TargetType.ARTIST, "x", TestRequests.AT);
        assertThat(adjust(artist, "a1", "many", "b1").logFactor(0)).isCloseTo(GAIN, within(1e-9));
        assertThat(adjust(artist, "a1", "many", "b1").logFactor(1)).isCloseTo(GAIN / 10, within(1e-9));
        assertThat(adjust(artist, "a1", "many", "b1").logFactor(2)).isZero();
        assertThat(adjust(artist, "a1").reasons(0)).singleElement().asString().contains("artist x, followed by you");

        TestUser genre = TestUser.of("u").follow(TargetType.GENRE, "Jazz", TestRequests.AT);
        assertThat(adjust(genre, "b1", "a1").logFactor(0)).isCloseTo(GAIN, within(1e-9));
        assertThat(adjust(genre, "b1", "a1").logFactor(1)).isZero();
        TestUser kind = TestUser.of("u").follow(TargetType.KIND, "podcast-show", TestRequests.AT);
        assertThat(adjust(kind, "show", "b1").logFactor(0)).isCloseTo(GAIN, within(1e-9));
        assertThat(adjust(kind, "show", "b1").logFactor(1)).isZero();
        TestUser here = TestUser.of("u").follow(TargetType.SHELF, "s", TestRequests.AT);
        assertThat(adjust(here, "b1").logFactor(0)).isCloseTo(GAIN, within(1e-9));
    }

    @Test
    void theStrongestWordCountsAndNotTheSum() {
        TestUser user = TestUser.of("u")
                .save("a1", TestRequests.AT)
                .follow(TargetType.ARTIST, "z", TestRequests.daysAgo(30))
                .follow(TargetType.GENRE, "folk", TestRequests.daysAgo(30));

        assertThat(adjust(user, "near").logFactor(0)).isCloseTo(GAIN * 0.5, within(1e-9));
    }

    @Test
    void anUndoAndALaterDislikeOrHideLeaveNothingOfALike() {
        TestUser undone = TestUser.of("u").like("a1", TestRequests.daysAgo(1)).undo("i-1");
        TestUser disliked = TestUser.of("u")
                .like("a1", TestRequests.daysAgo(2))
                .dislike(TargetType.ITEM, "a1", TestRequests.daysAgo(1));
        TestUser hidden = TestUser.of("u")
                .like("a1", TestRequests.daysAgo(2))
                .hide(TargetType.ITEM, "a1", TestRequests.daysAgo(1));
        TestUser byArtist = TestUser.of("u")
                .like("a1", TestRequests.daysAgo(2))
                .hide(TargetType.ARTIST, "x", TestRequests.daysAgo(1));

        for (TestUser user : new TestUser[] {undone, disliked, hidden, byArtist}) {
            assertThat(adjust(user, "near", "b1").logFactor(0)).isZero();
        }
    }

    @Test
    void playsAndSkipsAreNoWords() {
        TestUser user =
                TestUser.of("u").play("a1").complete("a1", TestRequests.AT).skip("a1", TestRequests.AT);

        assertThat(adjust(user, "a1", "near").logFactor(0)).isZero();
    }

    @Test
    void theTwentyLatestWordsCount() {
        TestUser user = TestUser.of("u").like("a1", TestRequests.daysAgo(3));
        for (int i = 0; i < 20; i++) {
            assertThat(adjust(user, "a1").logFactor(0)).isPositive();
            user.like("unknown-" + i, TestRequests.daysAgo(1));
        }
        assertThat(adjust(user, "a1").logFactor(0)).isZero();
    }

    @Test
    void nothingIsLoweredNorRaisedAboveTheGainAndWhoSaidNothingGetsNothing() {
        RandomCases.run(30, (seed, random) -> {
            SeededWorld world = SeededWorld.of(seed);
            for (int user = 0; user < 4; user++) {
                CandidateBatch batch = world.batch(user, random.nextInt(80));
                TestAdjustments adjustments = TestAdjustments.of(batch.size());
                rule.adjust(batch, adjustments);
                for (int i = 0; i < batch.size(); i++) {
                    assertThat(adjustments.logFactor(i)).isBetween(0.0, user == 0 ? 0 : GAIN + 1e-9);
                }
            }
        });
    }
}
