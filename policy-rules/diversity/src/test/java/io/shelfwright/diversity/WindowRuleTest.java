package io.shelfwright.diversity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.api.Item;
import io.shelfwright.api.ItemKind;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.PlacementRule;
import io.shelfwright.testkit.RandomCases;
import io.shelfwright.testkit.SeededWorld;
import io.shelfwright.testkit.TestCatalog;
import io.shelfwright.testkit.TestPrefix;
import io.shelfwright.testkit.TestUser;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class WindowRuleTest {
    private final TestCatalog catalog = TestCatalog.builder()
            .album("a1", "a", "rock")
            .album("a2", "a", "pop")
            .album("b1", "b", "rock", "pop")
            .item(Item.builder("duo", ItemKind.ALBUM, "Duo").artists("b", "a"))
            .playlist("many", "a", "b", "c", "d", "e", "f")
            .show("s")
            .build();

    @Test
    void anArtistComesOnceInAWindow() {
        PlacementRule rule = rule(Attribute.ARTIST, 1, 3);

        assertThat(penalty(rule, "a2", "a1")).isEqualTo(PlacementRule.FORBIDDEN);
        assertThat(penalty(rule, "b1", "a1")).isZero();
        assertThat(penalty(rule, "duo", "b1")).isEqualTo(PlacementRule.FORBIDDEN);
        assertThat(penalty(rule, "a2", "duo")).isEqualTo(PlacementRule.FORBIDDEN);
    }

    @Test
    void aCardOutsideTheWindowIsForgotten() {
        PlacementRule rule = rule(Attribute.ARTIST, 1, 3);

        assertThat(rule.window()).isEqualTo(2);
        assertThat(penalty(rule, "a2", "a1", "b1")).isEqualTo(PlacementRule.FORBIDDEN);
        assertThat(penalty(rule, "a2", "a1", "b1", "s")).isZero();
    }

    @Test
    void aWindowMayAllowMoreThanOne() {
        PlacementRule rule = rule(Attribute.KIND, 2, 4);

        assertThat(penalty(rule, "a2", "a1", "s")).isZero();
        assertThat(penalty(rule, "a2", "a1", "b1")).isEqualTo(PlacementRule.FORBIDDEN);
        assertThat(penalty(rule, "s", "a1", "b1")).isZero();
    }

    @Test
    void onlyTheFirstGenreCounts() {
        PlacementRule rule = rule(Attribute.GENRE, 1, 2);

        assertThat(penalty(rule, "b1", "a1")).isEqualTo(PlacementRule.FORBIDDEN);
        assertThat(penalty(rule, "a2", "b1")).isZero();
    }

    @Test
    void whatIsUnknownAndCollectionsAreNeverForbidden() {
        assertThat(penalty(rule(Attribute.GENRE, 1, 5), "s", "s")).isZero();
        assertThat(penalty(rule(Attribute.PUBLISHER, 1, 5), "a1", "a2")).isZero();
        assertThat(penalty(rule(Attribute.ARTIST, 1, 5), "many", "a1", "many")).isZero();
        assertThat(penalty(rule(Attribute.ARTIST, 1, 5), "a1", "many")).isZero();
    }

    @Test
    void aWindowThatForbidsNothingIsRefused() {
        assertThatThrownBy(() -> new WindowSettings(Attribute.ARTIST, 5, 5))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("max is 5 and size is 5");
    }

    @Test
    void aGreedyPageNeverBreaksAWindowWhileACardIsAllowed() {
        RandomCases.run(60, (seed, random) -> {
            SeededWorld world = SeededWorld.of(seed, 60, 1);
            Attribute by = Stream.of(Attribute.values())
                    .skip(random.nextInt(4))
                    .findFirst()
                    .orElseThrow();
            int size = 2 + random.nextInt(6);
            int max = 1 + random.nextInt(size - 1);
            WindowRule rule = new WindowRule(new WindowSettings(by, max, size), world.catalog());
            TestPrefix page = GreedyPage.fill(world, rule, random, 40);

            for (int from = 0; from < page.size(); from++) {
                Map<String, Integer> counts = new HashMap<>();
                for (int at = from; at < Math.min(page.size(), from + size); at++) {
                    for (String group : by.groups(world.catalog().item(page.item(at)))) {
                        counts.merge(group, 1, Integer::sum);
                    }
                }
                assertThat(counts.values()).allMatch(count -> count <= max, "at most " + max + " from " + from);
            }
            assertThat(page.size()).isGreaterThan(3);
        });
    }

    @Test
    void theRuleForbidsExactlyWhatCountingByHandForbids() {
        RandomCases.run(60, (seed, random) -> {
            SeededWorld world = SeededWorld.of(seed, 30, 1);
            Catalog items = world.catalog();
            int size = 2 + random.nextInt(6);
            int max = 1 + random.nextInt(size - 1);
            TestPrefix page = TestPrefix.of(items, world.user(0));
            for (int i = random.nextInt(15); i > 0; i--) {
                page.place(random.nextInt(items.size()));
            }
            WindowRule rule = new WindowRule(new WindowSettings(Attribute.ARTIST, max, size), items);
            PlacementRule.SlotRule slot = rule.forSlot(page, page.next());
            for (int item = 0; item < items.size(); item++) {
                boolean full = false;
                for (String artist : Attribute.ARTIST.groups(items.item(item))) {
                    int count = 0;
                    for (int at = Math.max(0, page.size() - size + 1); at < page.size(); at++) {
                        List<String> groups = Attribute.ARTIST.groups(items.item(page.item(at)));
                        count += groups.contains(artist) ? 1 : 0;
                    }
                    full |= count >= max;
                }
                assertThat(slot.penalty(item)).isEqualTo(full ? PlacementRule.FORBIDDEN : 0);
            }
        });
    }

    private PlacementRule rule(Attribute by, int max, int size) {
        return new WindowRule(new WindowSettings(by, max, size), catalog);
    }

    private double penalty(PlacementRule rule, String itemId, String... page) {
        TestPrefix prefix = TestPrefix.of(catalog, TestUser.of("u").build(catalog), page);
        return rule.forSlot(prefix, prefix.next()).penalty(catalog.indexOf(itemId));
    }
}
