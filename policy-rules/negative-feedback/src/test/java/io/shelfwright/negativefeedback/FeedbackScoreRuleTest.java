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

class FeedbackScoreRuleTest {
    private static final FadeSettings DEFAULTS = new FadeSettings(0.2, 60, 30, 14, 0.05, 1.5, 30, 0.6, 0.3, 3, 0.2, 2);

    private final FeedbackScoreRule rule = new FeedbackScoreRule(DEFAULTS);
    private final ShelfSpec shelf = TestShelves.shelf("s");
    private final TestCatalog catalog = TestCatalog.builder()
            .album("a1", "x", "rock")
            .album("a2", "x", "rock")
            .album("b1", "y", "jazz")
            .album("near", "z", "folk")
            .album("far", "w", "soul")
            .playlist("many", "x", "b", "c", "d", "e", "f", "g", "h", "i", "j")
            .show("show", "news")
            .similarity("a1", "near", 0.8)
            .similarity("a1", "far", 0.6)
            .similarity("a1", "a2", 0.8)
            .build();

    @Test
    void anArtistClimbsBackAfterTheMask() {
        assertThat(artistFactor(30)).isCloseTo(0.2, within(1e-9));
        assertThat(artistFactor(90)).isCloseTo(0.6, within(1e-9));
        assertThat(artistFactor(150)).isCloseTo(0.8, within(1e-9));
        assertThat(artistFactor(10)).isCloseTo(0.2, within(1e-9));
    }

    @Test
    void genresShelvesAndKindsClimbAtTheirOwnSpeed() {
        TestUser genre = TestUser.of("u").hide(TargetType.GENRE, "jazz", TestRequests.daysAgo(14 + 30));
        TestUser shelves = TestUser.of("u").hide(TargetType.SHELF, "s", TestRequests.daysAgo(30 + 14));
        TestUser kind = TestUser.of("u").hide(TargetType.KIND, "podcast-show", TestRequests.daysAgo(14 + 14));

        assertThat(adjust(genre, "b1", "a1").factor(0)).isCloseTo(0.6, within(1e-9));
        assertThat(adjust(genre, "b1", "a1").factor(1)).isEqualTo(1);
        assertThat(adjust(shelves, "b1").factor(0)).isCloseTo(0.6, within(1e-9));
        assertThat(adjust(kind, "show", "b1").factor(0)).isCloseTo(0.6, within(1e-9));
        assertThat(adjust(kind, "show", "b1").factor(1)).isEqualTo(1);
    }

    @Test
    void effectsMultiplyDownToTheFloor() {
        TestUser user = TestUser.of("u")
                .hide(TargetType.GENRE, "jazz", TestRequests.daysAgo(44))
                .hide(TargetType.ARTIST, "y", TestRequests.daysAgo(90));
        assertThat(adjust(user, "b1").factor(0)).isCloseTo(0.36, within(1e-9));

        user.hide(TargetType.KIND, "album", TestRequests.daysAgo(14)).hide(TargetType.SHELF, "s", TestRequests.AT);
        assertThat(adjust(user, "b1").factor(0)).isCloseTo(0.05, within(1e-9));
    }

    @Test
    void theLatestFeedbackAboutATargetCountsOnce() {
        TestUser user = TestUser.of("u")
                .dislike(TargetType.ARTIST, "y", TestRequests.daysAgo(300))
                .hide(TargetType.ARTIST, "y", TestRequests.daysAgo(90));

        assertThat(adjust(user, "b1").factor(0)).isCloseTo(0.6, within(1e-9));
        assertThat(adjust(user, "b1").reasons(0)).containsExactly("artist y hidden by you on 2024-02-01");
    }

    @Test
    void aCollectionLosesTheShareOfTheHiddenArtist() {
        TestUser user = TestUser.of("u").hide(TargetType.ARTIST, "x", TestRequests.daysAgo(1));

        assertThat(adjust(user, "many").factor(0)).isCloseTo(1 - 0.8 / 10, within(1e-9));
    }

    @Test
    void aDislikedItemIsLoweredForItselfOnlyOnceAndForGood() {
        TestUser user = TestUser.of("u").dislike(TargetType.ITEM, "a1", TestRequests.AT);
        TestUser longAgo = TestUser.of("u").dislike(TargetType.ITEM, "a1", TestRequests.daysAgo(3000));

        assertThat(adjust(user, "a1", "b1", "show", "far").factor(0)).isCloseTo(0.2, within(1e-9));
        assertThat(adjust(longAgo, "a1", "b1", "show", "far").factor(0)).isCloseTo(0.2, within(1e-9));
    }

    @Test
    void aDislikeSpreadsToWhatIsAlike() {
        TestUser user = TestUser.of("u").dislike(TargetType.ITEM, "a1", TestRequests.daysAgo(30));
        TestAdjustments adjustments = adjust(user, "near", "far", "b1", "show");

        assertThat(adjustments.logFactor(0)).isCloseTo(-1.5 * 0.5 * 0.5, within(1e-9));
        assertThat(adjustments.logFactor(1)).isZero();
        assertThat(adjustments.logFactor(2)).isZero();
        assertThat(adjustments.reasons(0)).containsExactly("like Album a1, disliked by you on 2024-04-01");
    }

    @Test
    void anItemThatIsKeptBeingSkippedSpreadsAFifthOfADislike() {
        TestUser once = TestUser.of("u").skip("a1", TestRequests.daysAgo(30));
        TestUser twice = TestUser.of("u").skip("a1", TestRequests.daysAgo(31)).skip("a1", TestRequests.daysAgo(30));

        assertThat(adjust(once, "near", "far", "b1", "show").logFactor(0)).isZero();
        TestAdjustments adjustments = adjust(twice, "near", "far", "b1", "show", "a1");
        assertThat(adjustments.logFactor(0)).isCloseTo(-0.2 * 1.5 * 0.5 * 0.5, within(1e-9));
        assertThat(adjustments.reasons(0)).containsExactly("like Album a1, which you keep skipping");
        assertThat(adjustments.logFactor(1)).isZero();
        assertThat(adjustments.logFactor(4))
                .as("the item itself is not disliked")
                .isZero();
    }

    @Test
    void aPlayOrALikeSinceForgivesTheSkipsBefore() {
        TestUser user = TestUser.of("u").skip("a1", TestRequests.daysAgo(9)).skip("a1", TestRequests.daysAgo(8));
        assertThat(adjust(user, "near", "b1", "show", "far").logFactor(0)).isNegative();

        user.like("a1", TestRequests.daysAgo(7));
        assertThat(adjust(user, "near", "b1", "show", "far").logFactor(0)).isZero();
        user.skip("a1", TestRequests.daysAgo(6));
        assertThat(adjust(user, "near", "b1", "show", "far").logFactor(0)).isZero();
        user.skip("a1", TestRequests.daysAgo(5));
        assertThat(adjust(user, "near", "b1", "show", "far").logFactor(0)).isNegative();
        user.play("a1", TestRequests.daysAgo(4));
        assertThat(adjust(user, "near", "b1", "show", "far").logFactor(0)).isZero();
    }

    @Test
    void aDislikeOutweighsSkipsOfTheSameItemAndSkipsCanBeSwitchedOff() {
        TestUser user = TestUser.of("u")
                .skip("a1", TestRequests.AT)
                .skip("a1", TestRequests.AT)
                .dislike(TargetType.ITEM, "a1", TestRequests.AT);
        assertThat(adjust(user, "near", "b1", "show", "far").logFactor(0)).isCloseTo(-0.75, within(1e-9));

        FadeSettings deaf = new FadeSettings(0.2, 60, 30, 14, 0.05, 1.5, 30, 0.6, 0.3, 3, 0, 2);
        TestUser skipping = TestUser.of("u").skip("a1", TestRequests.AT).skip("a1", TestRequests.AT);
        TestAdjustments adjustments = TestAdjustments.of(4);
        new FeedbackScoreRule(deaf)
                .adjust(
                        TestCandidates.batch(catalog, skipping.build(catalog), shelf, "near", "b1", "show", "far"),
                        adjustments);
        assertThat(adjustments.logFactor(0)).isZero();
    }

    @Test
    void aDislikeDoesNotSpreadToAnArtistPlayedOftenSince() {
        TestUser user = TestUser.of("u").dislike(TargetType.ITEM, "a1", TestRequests.daysAgo(9));
        assertThat(adjust(user.plays("a2", 2, TestRequests.daysAgo(5)), "a2", "b1", "show", "far")
                        .logFactor(0))
                .isNegative();

        assertThat(adjust(user.plays("a2", 1, TestRequests.daysAgo(4)), "a2", "b1", "show", "far")
                        .logFactor(0))
                .isZero();
    }

    @Test
    void playsBeforeTheDislikeForgiveNothing() {
        TestUser user = TestUser.of("u")
                .plays("a2", 50, TestRequests.daysAgo(10))
                .dislike(TargetType.ITEM, "a1", TestRequests.daysAgo(9))
                .plays("a2", 1, TestRequests.daysAgo(5));

        assertThat(adjust(user, "a2", "b1", "show", "far").logFactor(0)).isNegative();
    }

    @Test
    void aDislikeThatWouldHalveTooManyCandidatesDoesNotSpread() {
        TestUser user = TestUser.of("u").dislike(TargetType.ITEM, "a1", TestRequests.AT);

        assertThat(adjust(user, "near", "far", "b1", "show").logFactor(0)).isCloseTo(-0.75, within(1e-9));
        assertThat(adjust(user, "near", "far", "b1").logFactor(0)).isZero();
    }

    @Test
    void feedbackOfTheFutureCountsAsOfNow() {
        TestUser user = TestUser.of("u").hide(TargetType.ITEM, "a1", TestRequests.daysAgo(-50));

        assertThat(adjust(user, "near", "far", "b1", "show").logFactor(0)).isCloseTo(-0.75, within(1e-9));
    }

    @Test
    void nothingIsRaisedNothingFallsBelowTheFloorAndWhoSaidNothingLosesNothing() {
        RandomCases.run(30, (seed, random) -> {
            SeededWorld world = SeededWorld.of(seed);
            for (int user = 0; user < 4; user++) {
                CandidateBatch batch = world.batch(user, random.nextInt(80));
                TestAdjustments adjustments = TestAdjustments.of(batch.size());
                rule.adjust(batch, adjustments);
                for (int i = 0; i < batch.size(); i++) {
                    assertThat(adjustments.factor(i)).isBetween(user == 0 ? 1 : 0.05 - 1e-9, 1.0);
                }
            }
        });
    }

    private double artistFactor(double daysAgo) {
        return adjust(TestUser.of("u").hide(TargetType.ARTIST, "y", TestRequests.daysAgo(daysAgo)), "b1")
                .factor(0);
    }

    private TestAdjustments adjust(TestUser user, String... items) {
        TestAdjustments adjustments = TestAdjustments.of(items.length);
        rule.adjust(TestCandidates.batch(catalog, user.build(catalog), shelf, items), adjustments);
        return adjustments;
    }
}
