package io.shelfwright.engine;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.Item;
import io.shelfwright.api.ItemKind;
import io.shelfwright.spi.CatalogSource;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A synthetic catalog of a few items of four kinds, by twelve artists, with some plays. */
final class TinyCatalog implements CatalogSource {
    static final List<ItemKind> KINDS = List.of(
            new ItemKind("album"), new ItemKind("artist"), new ItemKind("playlist"), new ItemKind("podcast-show"));

    private final List<Item> items = new ArrayList<>();
    private final Instant now;

    TinyCatalog(Instant now) {
        this.now = now;
    }

    /** Returns items 0 to n - 1, kinds in turn; item 7 is called {@code item-007}. */
    static TinyCatalog of(int n, Instant now) {
        TinyCatalog catalog = new TinyCatalog(now);
        for (int i = 0; i < n; i++) {
            catalog.items.add(Item.builder(id(i), KINDS.get(i % KINDS.size()), "Title " + i)
                    .artists("artist-" + (i * 7 % 12))
                    .genres("genre-" + i % 5)
                    .build());
        }
        return catalog;
    }

    static String id(int i) {
        return String.format(java.util.Locale.ROOT, "item-%03d", i);
    }

    TinyCatalog with(Item... more) {
        items.addAll(List.of(more));
        return this;
    }

    @Override
    public void items(Consumer<Item> consumer) {
        items.forEach(consumer);
    }

    @Override
    public Map<String, String> artistNames() {
        return Map.of();
    }

    @Override
    public void interactions(Consumer<Interaction> consumer) {
        for (int i = 0; i < items.size(); i++) {
            for (int play = 0; play < i * 13 % 17; play++) {
                consumer.accept(Interaction.of(
                                "listener-" + play,
                                InteractionType.PLAY,
                                items.get(i).id())
                        .withId(i + "-" + play)
                        .at(now.minusSeconds(3_600L * (play + 1))));
            }
        }
    }
}
