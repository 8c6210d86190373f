package io.shelfwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.api.Item;
import io.shelfwright.api.ItemKind;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.Evidence;
import io.shelfwright.spi.Proposal;
import io.shelfwright.spi.RecallRequest;
import io.shelfwright.spi.ShelfSpec;
import io.shelfwright.spi.Shortlist;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ShortlistTest {
    private static final ShelfSpec SHELF = TestShelves.shelf("s");
    private static final Evidence WHY = Evidence.of("test", "Because of a test");

    @Test
    void itKeepsWhatSortingEverythingWouldKeep() {
        RandomCases.run(300, (seed, random) -> {
            TestCatalogBuilder builder = TestCatalog.builder();
            int items = random.nextInt(200);
            for (int i = 0; i < items; i++) {
                builder.album("item-" + i, "a");
            }
            Catalog catalog = builder.build();
            int limit = random.nextInt(100);
            Shortlist best = new Shortlist(catalog, request("", limit), SHELF);
            List<Proposal> all = new ArrayList<>();
            for (int i = 0; i < items; i++) {
                double score = random.nextInt(20);
                best.offer(i, score);
                all.add(new Proposal("s", catalog.item(i).id(), score, WHY));
            }
            all.sort(
                    Comparator.comparingDouble(Proposal::recallScore).reversed().thenComparing(Proposal::itemId));
            assertThat(best.proposals(item -> WHY)).isEqualTo(all.subList(0, Math.min(limit, all.size())));
        });
    }

    @Test
    void whatCouldNotBeShownIsLeftOut() {
        Catalog catalog = TestCatalog.of(
                Item.builder("shown", ItemKind.ALBUM, "t").build(),
                Item.builder("other-kind", ItemKind.PODCAST_SHOW, "t").build(),
                Item.builder("unreleased", ItemKind.ALBUM, "t")
                        .releasedAt(TestRequests.daysAgo(-1))
                        .build(),
                Item.builder("elsewhere", ItemKind.ALBUM, "t")
                        .markets(Set.of("US"))
                        .build(),
                Item.builder("nowhere", ItemKind.ALBUM, "t").markets(Set.of()).build(),
                Item.builder("no-score", ItemKind.ALBUM, "t").build(),
                Item.builder("refused", ItemKind.ALBUM, "t").build());
        int refused = catalog.indexOf("refused");
        Shortlist best = new Shortlist(
                catalog, request("SE", 10), TestShelves.shelf("s", "s", ItemKind.ALBUM), item -> item != refused);
        for (int item = 0; item < catalog.size(); item++) {
            best.offer(item, item == catalog.indexOf("no-score") ? Double.NaN : 1);
        }

        assertThat(best.proposals(item -> WHY)).extracting(Proposal::itemId).containsExactly("shown");
    }

    @Test
    void aFullListIsBeyondLowerScoresAndAmongEqualOnesBeyondGreaterIds() {
        Catalog catalog = TestCatalog.builder().album("b", "x").album("a", "x").build();
        Shortlist best = new Shortlist(catalog, request("", 1), SHELF);
        assertThat(best.isBeyond(0, -1)).isFalse();

        best.offer(0, 1);
        assertThat(best.isBeyond(1, 0.9)).isTrue();
        assertThat(best.isBeyond(1, 1)).isFalse();

        best.offer(1, 1);
        assertThat(best.isBeyond(0, 1)).isTrue();
        assertThat(best.proposals(item -> WHY)).extracting(Proposal::itemId).containsExactly("a");
    }

    private static RecallRequest request(String market, int limit) {
        return TestRequests.recall(
                TestUser.of("u").market(market).build(TestCatalog.builder().build()), limit, SHELF);
    }
}
