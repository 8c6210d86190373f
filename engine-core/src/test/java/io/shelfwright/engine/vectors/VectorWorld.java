package io.shelfwright.engine.vectors;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.Item;
import io.shelfwright.engine.snapshots.CatalogBuilder;
import io.shelfwright.engine.snapshots.CatalogData;
import io.shelfwright.engine.snapshots.ItemCatalog;
import io.shelfwright.spi.CatalogSource;
import io.shelfwright.spi.ItemVectors;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A catalog of items with synthetic vectors. */
final class VectorWorld {
    static final Instant NOW = Instant.parse("2024-05-01T12:00:00Z");

    private VectorWorld() {}

    static ItemCatalog catalog(List<Item> items, List<? extends ItemVectors> spaces) {
        return new ItemCatalog("v-1", data(items), spaces);
    }

    /** Returns a catalog of items that nobody has played. */
    static CatalogData data(List<Item> items) {
        return new CatalogBuilder(
                        new CatalogSource() {
                            @Override
                            public void items(Consumer<Item> consumer) {
                                items.forEach(consumer);
                            }

                            @Override
                            public Map<String, String> artistNames() {
                                return Map.of();
                            }

                            @Override
                            public void interactions(Consumer<Interaction> consumer) {}
                        },
                        NOW)
                .build();
    }
}
