package io.shelfwright.learning.publication;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.api.Item;
import io.shelfwright.api.ItemKind;
import io.shelfwright.api.SnapshotException;
import io.shelfwright.engine.snapshots.CatalogBuilder;
import io.shelfwright.engine.snapshots.SnapshotStore;
import io.shelfwright.learning.TestPages;
import io.shelfwright.spi.CatalogSource;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ModelRegistryTest {
    @TempDir
    private Path directory;

    private SnapshotStore store;
    private ModelRegistry registry;

    @BeforeEach
    void publishTwo() {
        store = new SnapshotStore(directory, InstantSource.fixed(TestPages.AT));
        registry = new ModelRegistry(store);
        store.publishCatalog("catalog", new CatalogBuilder(new OneItem(), TestPages.AT).build());
        store.withFacts(new Lineage("gbdt", "gbdt", "0123456789abcdef", "000001", "1.0", 7).facts())
                .publishModels("learned", models -> {
                    Files.createDirectories(models.resolve("gbdt"));
                    Files.writeString(models.resolve("gbdt/trees"), "1");
                });
    }

    @Test
    void aVersionHasItsAliasesModelsAndLineage() {
        store.trials().nominate("000001");

        List<RegisteredModel> models = registry.models();

        assertThat(models)
                .extracting(RegisteredModel::aliases)
                .containsExactly(List.of("candidate", "previous"), List.of("champion"));
        assertThat(models.get(0).lineage().known()).isFalse();
        assertThat(models.get(1).models()).containsExactly("gbdt");
        assertThat(models.get(1).lineage())
                .isEqualTo(new Lineage("gbdt", "gbdt", "0123456789abcdef", "000001", "1.0", 7));
    }

    @Test
    void anAliasFollowsWhatEnginesServe() {
        assertThat(registry.resolve("champion")).isEqualTo("000002");
        store.rollback();
        assertThat(registry.resolve("champion")).isEqualTo("000001");
        assertThat(registry.resolve("previous")).isEqualTo("000002");
        assertThat(registry.resolve("000002")).isEqualTo("000002");
        for (String unknown : List.of("candidate", "000009", "..")) {
            assertThatThrownBy(() -> registry.resolve(unknown))
                    .isInstanceOf(SnapshotException.class)
                    .hasMessageContainingAll("'" + unknown + "'", "champion", "000001, 000002");
        }
    }

    @Test
    void aDamagedVersionIsListedWithItsProblem() throws IOException {
        Files.writeString(directory.resolve("000002/models/gbdt/trees"), "2");

        assertThat(registry.models().get(1).problem()).contains("models/gbdt/trees");
        assertThat(registry.models().get(1).aliases()).containsExactly("champion");
    }

    private static final class OneItem implements CatalogSource {
        @Override
        public void items(Consumer<Item> consumer) {
            consumer.accept(Item.builder("item", ItemKind.ALBUM, "Title").build());
        }

        @Override
        public Map<String, String> artistNames() {
            return Map.of();
        }

        @Override
        public void interactions(Consumer<io.shelfwright.api.Interaction> consumer) {}
    }
}
