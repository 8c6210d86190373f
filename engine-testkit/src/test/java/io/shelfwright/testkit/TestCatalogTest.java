package io.shelfwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.api.ItemKind;
import org.junit.jupiter.api.Test;

class TestCatalogTest {
    private final TestCatalog catalog = TestCatalog.builder()
            .album("c", "x", "rock")
            .album("b", "x", "rock", "pop")
            .album("a", "y", "jazz")
            .show("s", "news")
            .plays("a", 5)
            .plays("b", 9)
            .plays("c", 5)
            .views("a", 40, 8)
            .marketPlays("SE", "a", 3)
            .neighbour("a", "b", 0.5)
            .neighbour("a", "c", 0.9)
            .artistName("x", "Xenia")
            .build();

    @Test
    void itemsComeMostPopularFirstAndTiesById() {
        assertThat(catalog.itemsOfKind(ItemKind.ALBUM).toArray()).containsExactly(1, 2, 0);
        assertThat(catalog.itemsByArtist("x").toArray()).containsExactly(1, 0);
        assertThat(catalog.itemsOfGenre("rock").toArray()).containsExactly(1, 0);
        assertThat(catalog.itemsOfGenre("unheard").toArray()).isEmpty();
    }

    @Test
    void popularityIsARankWithinKindAndMarket() {
        assertThat(catalog.statistics().popularity(1)).isEqualTo(1);
        assertThat(catalog.statistics().popularity(0)).isEqualTo(0.25);
        assertThat(catalog.statistics().popularity(2)).isEqualTo(0.25);
        assertThat(catalog.statistics().popularity(3)).isEqualTo(1);
        assertThat(catalog.statistics().popularity("SE", 2)).isEqualTo(1);
        assertThat(catalog.statistics().popularity("XX", 1)).isEqualTo(1);
    }

    @Test
    void expectedEngagementIsDrawnToTheMeanOfTheKind() {
        assertThat(catalog.statistics().expectedEngagement(2)).isCloseTo(0.2, within(1e-12));
        assertThat(catalog.statistics().expectedEngagement(0)).isCloseTo(0.2, within(1e-12));
        assertThat(catalog.statistics().expectedEngagement(3)).isCloseTo(0.05, within(1e-12));
    }

    @Test
    void neighboursComeNearestFirst() {
        assertThat(catalog.neighbours(2).size()).isEqualTo(2);
        assertThat(catalog.neighbours(2).item(0)).isZero();
        assertThat(catalog.neighbours(2).item(1)).isOne();
        assertThat(catalog.neighbours(2).similarity(0)).isEqualTo(0.9f);
        assertThat(catalog.neighbours(2).similarity(1)).isEqualTo(0.5f);
        assertThat(catalog.neighbours(0).size()).isZero();
    }

    @Test
    void similarityCountsWhatTheItemsStateOnly() {
        assertThat(catalog.similarity(0, 1)).isCloseTo((0.4 + 0.15 + 0.1) / 0.8, within(1e-12));
        assertThat(catalog.similarity(1, 0)).isEqualTo(catalog.similarity(0, 1));
        assertThat(catalog.similarity(2, 3)).isZero();
        assertThat(catalog.similarity(2, 2)).isEqualTo(1);
    }

    @Test
    void artistsHaveNamesOrTheirIds() {
        assertThat(catalog.artistName("x")).isEqualTo("Xenia");
        assertThat(catalog.artistName("y")).isEqualTo("y");
    }

    @Test
    void anItemThatIsNotThereIsAMistakeOfTheTest() {
        assertThatThrownBy(() -> TestCatalog.builder().plays("nobody", 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("nobody");
    }
}
