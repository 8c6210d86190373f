package io.shelfwright.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.spi.Evidence;
import io.shelfwright.spi.UserState;
import io.shelfwright.testkit.TestCandidates;
import io.shelfwright.testkit.TestCatalog;
import io.shelfwright.testkit.TestShelves;
import io.shelfwright.testkit.TestUser;
import java.util.List;
import org.junit.jupiter.api.Test;

class ShelfItemFeaturesTest {
    private final TestCatalog catalog = TestCatalog.builder()
            .album("blue", "nina", "jazz")
            .album("red", "otis")
            .build();

    @Test
    void proposalsOfOneItemDifferByShelf() {
        UserState user = TestUser.of("u").play("blue").lastSession("blue").build(catalog);

        Computed features = Computed.of(TestCandidates.of(catalog, user)
                .add("blue", TestShelves.shelf("one"), "first", 0.5, new Evidence("a", "A", List.of("x", "y")))
                .add("blue", TestShelves.shelf("one"), "second", 0.25, Evidence.of("b", "B"))
                .add("blue", TestShelves.shelf("two"), "first", 1)
                .add("red", TestShelves.shelf("two"), "first", 0.1)
                .build());

        assertThat(features.get("shelf_item.recall_score")).isEqualTo(0.5);
        assertThat(features.get("shelf_item.proposals")).isEqualTo(2);
        assertThat(features.get("shelf_item.evidence_count")).isEqualTo(2);
        assertThat(features.get("shelf_item.sources_log")).isEqualTo(Math.log(3), within(1e-9));
        assertThat(features.get("shelf_item.in_last_session")).isEqualTo(1);
        assertThat(features.get(1, "shelf_item.recall_score")).isEqualTo(1);
        assertThat(features.get(1, "shelf_item.proposals")).isEqualTo(1);
        assertThat(features.get(1, "user_item.plays_log")).isEqualTo(features.get(0, "user_item.plays_log"));
        assertThat(features.get(2, "shelf_item.in_last_session")).isZero();
    }

    @Test
    void theLastSessionOfAUserWithoutHistoryIsMissing() {
        assertThat(Computed.of(catalog, TestUser.of("u"), "red").get("shelf_item.in_last_session"))
                .isNaN();
    }
}
