package io.shelfwright.engine;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.api.Card;
import io.shelfwright.api.HomePage;
import io.shelfwright.api.Shelf;
import io.shelfwright.engine.experience.PageJson;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** What holds for every page, whatever failed on the way. */
final class PageChecks {
    private PageChecks() {}

    static void isAGoodPage(HomePage page) {
        assertThat(page.shelves()).isNotEmpty();
        holdsTogether(page);
    }

    static void holdsTogether(HomePage page) {
        Set<String> items = new HashSet<>();
        Set<String> shelves = new HashSet<>();
        int lastRow = -1;
        for (Shelf shelf : page.shelves()) {
            assertThat(shelves.add(shelf.id())).as("shelf %s once", shelf.id()).isTrue();
            assertThat(shelf.row()).isGreaterThan(lastRow);
            lastRow = shelf.row();
            assertThat(shelf.cards()).isNotEmpty();
            for (int column = 0; column < shelf.cards().size(); column++) {
                Card card = shelf.cards().get(column);
                assertThat(items.add(card.itemId()))
                        .as("item %s once", card.itemId())
                        .isTrue();
                assertThat(card.column()).isEqualTo(column);
                assertThat(card.score()).isBetween(0.0, 1.0);
                assertThat(card.utility()).isPositive().isFinite();
                assertThat(card.propensity()).isPositive().isLessThanOrEqualTo(1);
                assertThat(card.explored() || card.propensity() == 1).isTrue();
            }
        }
    }

    /** Compares as text, which shows where two pages differ. */
    static void sameBytes(HomePage actual, HomePage expected) {
        assertThat(text(actual)).isEqualTo(text(expected));
    }

    static String text(HomePage page) {
        return new String(PageJson.canonical(page), StandardCharsets.UTF_8);
    }

    static List<String> items(HomePage page) {
        return page.shelves().stream()
                .flatMap(shelf -> shelf.cards().stream())
                .map(Card::itemId)
                .toList();
    }

    /** Returns the page of the same world without the scripted instance. */
    static HomePage plain(Path elsewhere) {
        try (EngineWorld other = new EngineWorld(elsewhere)) {
            return other.home("u");
        }
    }

    /** The same cards of the same utility in the same places. */
    static void placedAsIn(HomePage page, HomePage plain) {
        assertThat(items(page)).isEqualTo(items(plain));
        assertThat(cards(page).map(Card::utility))
                .containsExactlyElementsOf(cards(plain).map(Card::utility).toList());
    }

    static void isUnexplored(HomePage page) {
        assertThat(cards(page)).allMatch(card -> !card.explored() && card.propensity() == 1 && card.propensityValid());
    }

    /** The same bytes but for what is said of degradations. */
    static void samePageBut(HomePage page, HomePage plain) {
        assertThat(withoutDegradations(page)).isEqualTo(withoutDegradations(plain));
    }

    private static String withoutDegradations(HomePage page) {
        return text(page).replaceAll("\"(degradations|configHash)\":(\\[[^]]*]|\"[^\"]*\")", "");
    }

    private static Stream<Card> cards(HomePage page) {
        return page.shelves().stream().flatMap(shelf -> shelf.cards().stream());
    }
}
