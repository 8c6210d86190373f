package io.shelfwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.InstanceContext;
import io.shelfwright.spi.PlacementRule;
import io.shelfwright.spi.UserState;
import java.util.random.RandomGenerator;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/**
 * What every placement rule keeps to, whatever it keeps apart; extend it and make an instance.
 *
 * <p>Checked on seeded synthetic pages of every length. A failure names the seed or the case.
 */
public abstract class PlacementRuleContract {
    private static final int LONGEST = 45;
    private static final int ITEMS = 70;
    private static final int USERS = 6;
    private static final double TOLERANCE = 1e-9;

    /** Makes the instance under test. */
    protected abstract PlacementRule rule(InstanceContext context);

    /** Returns how many objects and elements an instance may come to keep between calls, such as a bounded cache; 0. */
    protected long mayKeep() {
        return 0;
    }

    @Test
    void aPenaltyIsZeroOrMoreNeverARewardAndNeverNotANumber() {
        onPages((rule, page, random) -> {
            for (double penalty : page.penalties(rule)) {
                assertThat(penalty >= 0).as("penalty %s is at least 0", penalty).isTrue();
            }
        });
    }

    @Test
    void aRuleThatSaysItNeverForbidsNeverForbids() {
        onPages((rule, page, random) -> {
            if (!rule.forbids()) {
                assertThat(page.penalties(rule)).doesNotContain(PlacementRule.FORBIDDEN);
            }
        });
    }

    @Test
    void theWindowIsAtLeastOneCardAndStaysTheSame() {
        onPages((rule, page, random) -> {
            int window = rule.window();
            assertThat(window).isPositive();
            page.penalties(rule);
            assertThat(rule.window()).isEqualTo(window);
        });
    }

    @Test
    void cardsBeforeTheWindowDoNotMatter() {
        onPages((rule, page, random) -> {
            SeededPage other = page.withOtherCardsBefore(rule.window(), random);
            assertSame("other cards before the window", page.penalties(rule), other.penalties(rule), TOLERANCE);
        });
    }

    @Test
    void anyInstanceGivesTheSamePenaltiesInAnyOrderOfAsking() {
        onPages((rule, page, random) -> {
            double[] first = page.penalties(rule);
            assertSame("a second call", first, page.penalties(rule), 0);
            assertSame("items asked from the last to the first", first, page.penaltiesFromTheLast(rule), 0);
            assertSame("another instance", first, page.penalties(make(page.catalog())), 0);
        });
    }

    @Test
    void fourThreadsAtOnceGetTheSamePenalties() {
        onPages((rule, page, random) -> {
            double[] alone = page.penalties(rule);
            for (double[] penalties : FourThreads.ask(() -> page.penalties(rule))) {
                assertSame("four threads at once", alone, penalties, 0);
            }
        });
    }

    @Test
    void theOrderOfTheCatalogDoesNotMatter() {
        onPages((rule, page, random) -> {
            SeededPage turned = page.turned();
            double[] penalties = turned.penalties(make(turned.catalog()));
            double[] back = new double[penalties.length];
            for (int item = 0; item < back.length; item++) {
                back[item] = penalties[penalties.length - 1 - item];
            }
            assertSame("the catalog numbered the other way", page.penalties(rule), back, TOLERANCE);
        });
    }

    @Test
    void anEmptyPageAnUnknownUserAndOddItemsAreNoTrouble() {
        Catalog odd = OddCases.catalog();
        PlacementRule rule = make(odd);
        OddCases.users(odd)
                .forEach((who, user) -> NamedCase.run(who, () -> {
                    SeededPage page = new SeededPage(odd, user, new int[0]);
                    page.penalties(rule);
                    new SeededPage(odd, user, page.items()).penalties(rule);
                }));
        PlacementRule ofNothing = make(TestCatalog.builder().build());
        UserState nobody = TestUser.of("nobody").build(TestCatalog.builder().build());
        new SeededPage(TestCatalog.builder().build(), nobody, new int[0]).penalties(ofNothing);
    }

    @Test
    void nothingThatIsGivenIsChanged() {
        onPages((rule, page, random) -> {
            Exposed<UserState> user = Exposed.of(UserState.class, page.user());
            new SeededPage(page.catalog(), user.view(), page.placed()).penalties(rule);
            assertThat(user.changes()).as("lists of the user that were changed").isEmpty();
        });
    }

    @Test
    void nothingIsKeptBetweenCalls() {
        SeededWorld world = SeededWorld.of(0, ITEMS, USERS);
        PlacementRule rule = make(world.catalog());
        pages(rule, world, 0, 3);
        long before = StateSize.of(rule);
        pages(rule, world, 3, 6);
        assertThat(StateSize.of(rule))
                .as("objects and elements that the instance holds after more calls")
                .isLessThanOrEqualTo(before + mayKeep());
    }

    private static void pages(PlacementRule rule, SeededWorld world, int fromUser, int toUser) {
        for (int user = fromUser; user < toUser; user++) {
            UserState state = world.user(user);
            RandomCases.run(8, (seed, random) -> SeededPage.draw(world.catalog(), state, 5 * (int) seed, random)
                    .penalties(rule));
        }
    }

    private PlacementRule make(Catalog catalog) {
        return rule(TestContext.of(catalog));
    }

    private static void assertSame(String what, double[] here, double[] there, double tolerance) {
        for (int item = 0; item < here.length; item++) {
            if (Double.compare(here[item], there[item]) != 0) {
                assertThat(there[item])
                        .as("penalty of item %d: %s makes a difference", item, what)
                        .isCloseTo(here[item], Offset.offset(tolerance * Math.max(1, Math.abs(here[item]))));
            }
        }
    }

    private void onPages(Check check) {
        RandomCases.run(ContractWorlds.WORLDS, (seed, random) -> {
            SeededWorld world = SeededWorld.of(seed, ITEMS, USERS);
            PlacementRule rule = make(world.catalog());
            for (int cards = 0; cards <= LONGEST; cards += 1 + cards / 2) {
                check.check(rule, SeededPage.draw(world.catalog(), world.user(cards % 4), cards, random), random);
            }
        });
    }

    private interface Check {
        void check(PlacementRule rule, SeededPage page, RandomGenerator random) throws Exception;
    }
}
