package io.shelfwright.engine.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.api.Item;
import io.shelfwright.api.ItemKind;
import io.shelfwright.api.SnapshotException;
import io.shelfwright.engine.snapshots.CatalogData;
import io.shelfwright.engine.snapshots.CatalogFiles;
import io.shelfwright.engine.snapshots.ItemCatalog;
import io.shelfwright.engine.snapshots.Snapshot;
import io.shelfwright.engine.snapshots.SnapshotStore;
import io.shelfwright.spi.ItemVectors;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Vectors travel with snapshots: published as one, kept by models and catalogs that come later. */
class PublishedVectorsTest {
    private static final int ITEMS = 30;
    private static final int DIMENSION = 6;

    @TempDir
    private Path directory;

    private SnapshotStore store;
    private final List<Item> items = SyntheticVectors.items(ITEMS);
    private final SyntheticVectors rows = new SyntheticVectors(ITEMS, DIMENSION, new SplittableRandom(3));

    @BeforeEach
    void publish() {
        store = new SnapshotStore(directory, InstantSource.fixed(VectorWorld.NOW));
        store.publishCatalog("first", VectorWorld.data(items));
        publish("collaborative");
        publish("sessions");
    }

    private void publish(String space) {
        store.publishVectors(
                space, target -> VectorFiles.write(target, SyntheticVectors.space(space, DIMENSION), items, rows));
    }

    private ItemCatalog open() {
        Snapshot snapshot = store.open();
        CatalogData data = CatalogFiles.read(snapshot.catalog());
        return new ItemCatalog(
                snapshot.version(), data, VectorFiles.readAll(snapshot.vectors(), data.items(), Long.MAX_VALUE));
    }

    @Test
    void aCatalogHasTheVectorsOfItsSnapshot() {
        ItemCatalog catalog = open();

        assertThat(catalog.vectorSpaces()).containsExactly("collaborative", "sessions");
        ItemVectors vectors = catalog.vectors().orElseThrow();
        assertThat(vectors.space()).isEqualTo("collaborative");
        assertThat(catalog.similarity(0, 1))
                .isEqualTo(Math.max(0, vectors.cosine(0, 1)))
                .isEqualTo(catalog.similarity(1, 0));
        assertThat(catalog.similarity(4, 4)).isEqualTo(1);
        assertThat(catalog.similarity(0, 4)).isEqualTo(new ItemCatalog("x", catalog.data()).similarity(0, 4));
    }

    @Test
    void publishingModelsKeepsTheVectors() {
        String before = open().vectors().orElseThrow().version();
        store.publishModels("models", models -> {});

        assertThat(open().vectors().orElseThrow().version()).isEqualTo(before);
    }

    @Test
    void aNewCatalogKeepsVectorsByIdAndGivesNewItemsNone() {
        List<Item> next = new ArrayList<>(items.subList(3, ITEMS));
        next.add(Item.builder("a-new-one", ItemKind.ALBUM, "New").build());
        store.publishCatalog("next", VectorWorld.data(next));

        ItemCatalog catalog = open();
        ItemVectors vectors = catalog.vectors().orElseThrow();
        float[] row = new float[DIMENSION];
        for (int i = 3; i < ITEMS; i++) {
            int index = catalog.indexOf(items.get(i).id());
            assertThat(vectors.origin(index)).isEqualTo(rows.origin(i));
            vectors.copy(index, row);
            assertThat(row).isEqualTo(vectors.knows(index) ? rows.rows[i] : new float[DIMENSION]);
        }
        assertThat(vectors.knows(catalog.indexOf("a-new-one"))).isFalse();
        assertThat(catalog.vectorSpaces()).containsExactly("collaborative", "sessions");
    }

    @Test
    void vectorsOfAnotherCatalogAreNotPublished() {
        String before = store.current().orElseThrow();

        assertThatThrownBy(() -> store.publishVectors(
                        "wrong",
                        target -> VectorFiles.write(
                                target,
                                SyntheticVectors.space("collaborative", DIMENSION),
                                SyntheticVectors.items(ITEMS - 1),
                                rows)))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContaining("made for a catalog of 29 items");
        assertThat(store.current()).contains(before);
    }
}
