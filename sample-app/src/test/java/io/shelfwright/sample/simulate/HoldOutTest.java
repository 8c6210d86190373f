package io.shelfwright.sample.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.Item;
import io.shelfwright.api.ItemKind;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class HoldOutTest {
    private static final Instant NOW = Instant.parse("2020-02-01T10:00:00Z");

    private final HoldOut holdOut = new HoldOut(7, Map.of("album", "artist"));

    @Test
    void aFifthOfThePairsIsHeldOut() {
        int hidden = 0;
        for (int user = 0; user < 100; user++) {
            for (int artist = 0; artist < 100; artist++) {
                hidden += holdOut.hidesPair("u" + user, "a" + artist) ? 1 : 0;
            }
        }
        assertThat(hidden / 10_000.0).isCloseTo(HoldOut.DISCOVERY, within(0.02));
    }

    @Test
    void nothingOfAPairThatIsHeldOutCanBeSeen() {
        for (int user = 0; user < 200; user++) {
            if (holdOut.hidesPair("u" + user, "artist")) {
                for (int day = 0; day < 20; day++) {
                    assertThat(holdOut.hides(play("u" + user, "artist", day))).isTrue();
                    assertThat(holdOut.hides(play("u" + user, "album", day))).isTrue();
                }
            }
        }
    }

    @Test
    void aFifthOfTheDaysOfTheOtherPairsIsHeldOut() {
        int hidden = 0;
        int days = 0;
        for (int user = 0; user < 500; user++) {
            for (int day = 0; day < 20 && !holdOut.hidesPair("u" + user, "artist"); day++) {
                days++;
                hidden += holdOut.hides(play("u" + user, "artist", day)) ? 1 : 0;
            }
        }
        assertThat(hidden / (double) days).isCloseTo(HoldOut.FAMILIAR, within(0.02));
    }

    @Test
    void anAlbumIsHeldOutTogetherWithItsArtistOnADay() {
        for (int day = 0; day < 100; day++) {
            assertThat(holdOut.hides(play("u", "album", day))).isEqualTo(holdOut.hides(play("u", "artist", day)));
        }
    }

    @Test
    void anotherSeedHoldsOutOthers() {
        HoldOut other = new HoldOut(8, Map.of());
        int different = 0;
        for (int artist = 0; artist < 100; artist++) {
            different += holdOut.hidesPair("u", "a" + artist) == other.hidesPair("u", "a" + artist) ? 0 : 1;
        }
        assertThat(different).isGreaterThan(10);
    }

    @Test
    void albumsCountAsTheirFirstArtistAndPlaylistsAsThemselves() {
        Item album = Item.builder("x", ItemKind.ALBUM, "X")
                .artists("first", "second")
                .build();
        Item playlist =
                Item.builder("y", ItemKind.PLAYLIST, "Y").artists("first").build();
        assertThat(HoldOut.subject(album)).isEqualTo("first");
        assertThat(HoldOut.subject(playlist)).isEqualTo("y");
    }

    private static Interaction play(String user, String item, int day) {
        return Interaction.of(user, InteractionType.PLAY, item).at(NOW.plusSeconds(86_400L * day));
    }
}
