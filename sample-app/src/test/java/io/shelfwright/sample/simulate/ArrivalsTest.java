package io.shelfwright.sample.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.Item;
import io.shelfwright.api.ItemKind;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ArrivalsTest {
    private static final Instant START = Instant.parse("2024-01-01T00:00:00Z");
    private static final int ITEMS = 4000;

    private final Arrivals arrivals = new Arrivals(0.25, 3, START);

    @Test
    void theShareOfTheItemsComesOnAnyDayOfFiveWeeks() {
        int late = 0;
        Set<Long> days = new HashSet<>();
        for (int i = 0; i < ITEMS; i++) {
            Item given = item("item-" + i);
            Item served = arrivals.of(given);
            if (arrivals.comesLater(given.id())) {
                late++;
                days.add(Duration.between(START, Objects.requireNonNull(served.releasedAt()))
                        .toDays());
                assertThat(served.title()).isEqualTo(given.title());
                assertThat(served.genres()).isEqualTo(given.genres());
                assertThat(served.kind()).isEqualTo(given.kind());
                assertThat(served.basePopularity())
                        .as("of an item that nobody could play yet")
                        .isNaN();
            } else {
                assertThat(served).isSameAs(given);
            }
        }
        assertThat((double) late / ITEMS).isCloseTo(0.25, within(0.03));
        assertThat(days).hasSize(35).allMatch(day -> day >= 1 && day <= 35);
    }

    @Test
    void theSameSeedGivesTheSameItemsAndAnotherOthers() {
        Arrivals other = new Arrivals(0.25, 4, START);
        int different = 0;
        for (int i = 0; i < ITEMS; i++) {
            Item given = item("item-" + i);
            assertThat(new Arrivals(0.25, 3, START).of(given)).isEqualTo(arrivals.of(given));
            different += other.comesLater(given.id()) == arrivals.comesLater(given.id()) ? 0 : 1;
        }
        assertThat((double) different / ITEMS).isCloseTo(2 * 0.25 * 0.75, within(0.04));
    }

    @Test
    void withoutAShareNothingComesLaterAndTheCatalogIsTheUsualOne() {
        for (int i = 0; i < 100; i++) {
            assertThat(Arrivals.NONE.comesLater("item-" + i)).isFalse();
        }
        assertThat(Arrivals.NONE.key()).isEmpty();
        assertThat(arrivals.key()).isNotEqualTo(new Arrivals(0.5, 3, START).key());
    }

    @Test
    void whatListenersDidWithAnItemToComeIsHeldOutWhole() {
        HoldOut holdOut = new HoldOut(3, Map.of(), arrivals);
        HoldOut without = new HoldOut(3, Map.of());
        int shown = 0;
        for (int i = 0; i < ITEMS; i++) {
            Interaction play = Interaction.of("u" + i % 50, InteractionType.PLAY, "item-" + i)
                    .at(START.minusSeconds(i));
            if (arrivals.comesLater(play.targetId())) {
                assertThat(holdOut.hides(play)).isTrue();
                shown += without.hides(play) ? 0 : 1;
            } else {
                assertThat(holdOut.hides(play)).isEqualTo(without.hides(play));
            }
        }
        assertThat(shown).as("plays that would be visible but for the arrivals").isPositive();
    }

    private static Item item(String id) {
        return Item.builder(id, ItemKind.ALBUM, "Title of " + id)
                .genres("rock", "pop")
                .basePopularity(0.5)
                .build();
    }
}
