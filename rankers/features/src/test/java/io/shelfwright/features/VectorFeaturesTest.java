package io.shelfwright.features;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.testkit.TestCatalog;
import io.shelfwright.testkit.TestCatalogBuilder;
import io.shelfwright.testkit.TestUser;
import org.junit.jupiter.api.Test;

class VectorFeaturesTest {
    private static TestCatalogBuilder catalog() {
        return TestCatalog.builder()
                .album("played", "a")
                .album("near", "b")
                .album("far", "c")
                .album("unknown", "d");
    }

    private final TestCatalog catalog = catalog()
            .vector("played", 2, 0)
            .vector("near", 1, 1)
            .vector("far", -1, 0)
            .build();

    @Test
    void anItemIsComparedWithTheVectorOfTheUser() {
        Computed features = Computed.of(catalog, TestUser.of("u").play("played"), "near", "far", "unknown");

        // The test kit halves the one vector that was played: (1, 0).
        assertThat(features.get("user_item.vector_cosine")).isEqualTo(Math.sqrt(0.5), within(1e-6));
        assertThat(features.get("user_item.vector_dot")).isEqualTo(1, within(1e-6));
        assertThat(features.get(1, "user_item.vector_cosine")).isEqualTo(-1, within(1e-6));
        assertThat(features.get("user.vector_items_log")).isEqualTo(Math.log(2), within(1e-6));
        assertThat(features.get(2, "user_item.vector_cosine")).isNaN();
        assertThat(features.get(2, "user_item.vector_dot")).isNaN();
    }

    @Test
    void vectorsAreMissingWhereTheUserOrTheSnapshotHasNone() {
        Computed newcomer = Computed.of(catalog, TestUser.of("u"), "near");
        assertThat(newcomer.get("user_item.vector_cosine")).isNaN();
        assertThat(newcomer.get("user.vector_items_log")).isNaN();

        Computed without = Computed.of(catalog().build(), TestUser.of("u").play("played"), "near");
        assertThat(without.get("user_item.vector_dot")).isNaN();
        assertThat(without.get("user.vector_items_log")).isNaN();
    }
}
