package io.shelfwright.sample.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.Item;
import io.shelfwright.api.ItemKind;
import java.time.Instant;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HeldOutAppealTest {
    private final HeldOutAppeal appeal = new HeldOutAppeal(1);

    @BeforeEach
    void aListenerWithTwoArtists() {
        appeal.add(plays(90), "dear");
        appeal.add(plays(9), "dear");
        appeal.add(plays(9), "liked");
    }

    @Test
    void theMostPlayedArtistHasAllTheAppeal() {
        assertThat(appeal.of("u", artist("dear"))).isEqualTo(1);
    }

    @Test
    void anArtistHasTheSquareOfTheLogarithmicShare() {
        assertThat(appeal.of("u", artist("liked"))).isCloseTo(0.25, within(1e-9));
    }

    @Test
    void whatWasNeverPlayedAndUnknownListenersHaveNone() {
        assertThat(appeal.of("u", artist("other"))).isZero();
        assertThat(appeal.of("nobody", artist("dear"))).isZero();
    }

    @Test
    void anAlbumHasABitLessThanItsBestArtist() {
        Item album =
                Item.builder("x", ItemKind.ALBUM, "X").artists("other", "dear").build();
        assertThat(appeal.of("u", album)).isCloseTo(0.85, within(1e-9));
    }

    @Test
    void aPlaylistAppealsByAllItsArtists() {
        Item both = playlist("other", "dear", "liked");
        Item one = playlist("other", "more", "liked");
        assertThat(appeal.of("u", both)).isCloseTo(1 - 0.5 * (1 - 0.5 * 0.25), within(1e-9));
        assertThat(appeal.of("u", one)).isCloseTo(0.125, within(1e-9));
    }

    @Test
    void aListenerTakesToAPodcastGenreAsAWhole() {
        int taken = 0;
        for (int genre = 0; genre < 200; genre++) {
            double first = appeal.of("u", show("a", "genre" + genre));
            assertThat(appeal.of("u", show("b", "genre" + genre))).isEqualTo(first);
            taken += first > 0 ? 1 : 0;
        }
        assertThat(taken).isBetween(10, 55);
    }

    private static Interaction plays(double amount) {
        return Interaction.of("u", InteractionType.PLAY, "any")
                .at(Instant.EPOCH)
                .withAmount(amount);
    }

    private static Item artist(String id) {
        return Item.builder(id, ItemKind.ARTIST, id).artists(id).build();
    }

    private static Item playlist(String... artists) {
        return Item.builder("p", ItemKind.PLAYLIST, "P").artists(artists).build();
    }

    private static Item show(String id, String genre) {
        return Item.builder(id, ItemKind.PODCAST_SHOW, id).genres(genre).build();
    }
}
