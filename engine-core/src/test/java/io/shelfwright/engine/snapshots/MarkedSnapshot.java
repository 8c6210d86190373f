package io.shelfwright.engine.snapshots;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.InteractionType;
import io.shelfwright.api.Item;
import io.shelfwright.api.ItemKind;
import io.shelfwright.engine.vectors.VectorFiles;
import io.shelfwright.engine.vectors.VectorRows;
import io.shelfwright.engine.vectors.VectorSpace;
import io.shelfwright.spi.CatalogSource;
import io.shelfwright.spi.ItemVectors;
import io.shelfwright.spi.VectorOrigin;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** A small synthetic snapshot whose catalog, vectors and model all carry one mark, so that a mixture of two can be told. */
public final class MarkedSnapshot {
    /** When it was published, by the engine's clock. */
    static final Instant NOW = Instant.parse("2024-05-01T12:00:00Z");

    private static final int ITEMS = 60;

    private MarkedSnapshot() {}

    /** Writes one. */
    static void write(Path staging, int mark) throws IOException {
        CatalogData data = new CatalogBuilder(new Source(mark), NOW).build();
        CatalogFiles.write(staging.resolve(Snapshot.CATALOG), data);
        VectorSpace space = new VectorSpace(ItemVectors.SESSIONS, 2, "synthetic", mark, Map.of(), Optional.empty());
        VectorFiles.write(staging.resolve(Snapshot.VECTORS), space, data.items(), new VectorRows() {
            @Override
            public VectorOrigin origin(int item) {
                return VectorOrigin.LEARNED;
            }

            @Override
            public void copy(int item, float[] target) {
                target[0] = mark;
                target[1] = item;
            }
        });
        Path model = Files.createDirectories(staging.resolve(Snapshot.MODELS).resolve("main"));
        Files.writeString(model.resolve("mark"), String.valueOf(mark));
    }

    /** Returns the mark that the title of an item carries. */
    public static int markOf(String title) {
        return Integer.parseInt(title.substring(title.lastIndexOf(' ') + 1));
    }

    private record Source(int mark) implements CatalogSource {
        @Override
        public void items(Consumer<Item> consumer) {
            List<ItemKind> kinds = List.of(
                    new ItemKind("album"),
                    new ItemKind("artist"),
                    new ItemKind("playlist"),
                    new ItemKind("podcast-show"));
            for (int i = 0; i < ITEMS; i++) {
                consumer.accept(Item.builder("item-" + i, kinds.get(i % kinds.size()), "Title " + i + " of " + mark)
                        .artists("artist-" + i % 12)
                        .build());
            }
        }

        @Override
        public Map<String, String> artistNames() {
            return Map.of();
        }

        @Override
        public void interactions(Consumer<Interaction> consumer) {
            List<Interaction> plays = new ArrayList<>();
            for (int i = 0; i < ITEMS; i++) {
                plays.add(Interaction.of("listener-" + i % 7, InteractionType.PLAY, "item-" + i)
                        .withId("play-" + i)
                        .at(NOW.minusSeconds(3_600L * (i + 1))));
            }
            plays.forEach(consumer);
        }
    }
}
