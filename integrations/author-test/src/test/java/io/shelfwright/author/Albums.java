package io.shelfwright.author;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.Item;
import io.shelfwright.api.ItemKind;
import io.shelfwright.spi.CatalogSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A small synthetic catalog: forty albums of four genres and two labels. */
record Albums(Instant now) implements CatalogSource {
    static final List<String> GENRES = List.of("jazz", "folk", "polka", "metal");

    @Override
    public void items(Consumer<Item> consumer) {
        for (int i = 0; i < 40; i++) {
            consumer.accept(Item.builder("album-" + i, ItemKind.ALBUM, "Album ".repeat(1 + i % 3) + i)
                    .artists("artist-" + i)
                    .genres(GENRES.get(i % GENRES.size()))
                    .publisher("label-" + i % 2)
                    .releasedAt(now.minus(Duration.ofDays(10L * i + 1)))
                    .build());
        }
    }

    @Override
    public Map<String, String> artistNames() {
        return Map.of();
    }

    @Override
    public void interactions(Consumer<Interaction> consumer) {
        for (int i = 0; i < 200; i++) {
            consumer.accept(Interaction.of("u" + i % 25, InteractionType.PLAY, "album-" + i % 37)
                    .withId("play-" + i)
                    .at(now.minus(Duration.ofHours(i + 1))));
        }
    }
}
