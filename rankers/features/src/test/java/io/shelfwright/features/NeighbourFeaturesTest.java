package io.shelfwright.features;

import static io.shelfwright.testkit.TestRequests.daysAgo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.testkit.TestCatalog;
import io.shelfwright.testkit.TestUser;
import org.junit.jupiter.api.Test;

class NeighbourFeaturesTest {
    private final TestCatalog catalog = TestCatalog.builder()
            .artist("nina")
            .artist("otis")
            .artist("ella")
            .artist("far")
            .album("ella-live", "ella")
            .album("alone", "nobody")
            .neighbour("nina", "ella", 0.8)
            .neighbour("otis", "ella", 0.4)
            .neighbour("ella", "nina", 0.8)
            .neighbour("far", "nina", 0.1)
            .build();

    private final TestUser user = TestUser.of("u").plays("nina", 3, daysAgo(1)).plays("otis", 1, daysAgo(1));

    @Test
    void nearnessIsWeighedByListening() {
        Computed features = Computed.of(catalog, user.lastSession("otis"), "ella", "far");

        assertThat(features.get("user_item.neighbour_affinity")).isEqualTo(0.75 * 0.8 + 0.25 * 0.4, within(1e-6));
        assertThat(features.get("user_item.neighbour_similarity")).isEqualTo(0.8, within(1e-6));
        assertThat(features.get("user_item.session_similarity")).isEqualTo(0.4, within(1e-6));
        assertThat(features.get(1, "user_item.neighbour_affinity")).isZero();
        assertThat(features.get(1, "user_item.neighbour_similarity")).isZero();
    }

    @Test
    void anAlbumIsAsNearAsItsArtist() {
        Computed features = Computed.of(catalog, user, "ella-live");

        assertThat(features.get("user_item.neighbour_similarity")).isEqualTo(0.8, within(1e-6));
    }

    @Test
    void nearnessIsMissingWhereNobodyIsKnownToListen() {
        Computed features = Computed.of(catalog, user, "alone");

        assertThat(features.get("user_item.neighbour_affinity")).isNaN();
        assertThat(features.get("user_item.neighbour_similarity")).isNaN();
        assertThat(features.get("user_item.session_similarity")).isNaN();
    }
}
