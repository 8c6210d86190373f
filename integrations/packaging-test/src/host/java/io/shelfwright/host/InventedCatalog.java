package io.shelfwright.host;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.Item;
import io.shelfwright.api.ItemKind;
import io.shelfwright.spi.CatalogSource;
import java.time.Instant;
import java.util.Map;
import java.util.function.Consumer;

/** A small synthetic catalog. */
final class InventedCatalog implements CatalogSource {
    private final Instant now;

    InventedCatalog(Instant now) {
        this.now = now;
    }

    @Override
    public void items(Consumer<Item> consumer) {
        for (int i = 0; i < 40; i++) {
            consumer.accept(Item.builder("album-" + i, ItemKind.ALBUM, "Album " + i)
                    .artists("artist-" + i % 10)
                    .genres(i % 2 == 0 ? "jazz" : "folk")
                    .build());
        }
    }

    @Override
    public Map<String, String> artistNames() {
        return Map.of("artist-1", "Artist One");
    }

    @Override
    public void interactions(Consumer<Interaction> consumer) {
        for (int i = 0; i < 200; i++) {
            consumer.accept(Interaction.of("u" + i % 25, InteractionType.PLAY, "album-" + i % 37)
                    .withId("play-" + i)
                    .at(now.minusSeconds(3_600L * i)));
        }
    }
}
