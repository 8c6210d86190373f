package io.shelfwright.sample.simulate;

import io.shelfwright.engine.snapshots.CatalogBuilder;
import io.shelfwright.engine.snapshots.SnapshotStore;
import io.shelfwright.sample.data.DataDirectory;
import io.shelfwright.sample.data.synthetic.SyntheticWorld;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Objects;

/** A data directory with the synthetic world, ready to be simulated. */
final class SyntheticData {
    private SyntheticData() {}

    static DataDirectory write(Path directory) throws IOException {
        DataDirectory data = DataDirectory.open(directory);
        SyntheticWorld.write(data, SyntheticWorld.DEFAULT_SEED);
        try (InputStream config = SyntheticData.class.getResourceAsStream("/home.conf")) {
            Files.copy(Objects.requireNonNull(config), data.config());
        }
        Files.copy(SyntheticWorld.editorialFile(data), directory.resolve("editorial.yaml"));
        return data;
    }

    /** Publishes the catalog, as an import does. */
    static SnapshotStore publish(DataDirectory data) {
        SnapshotStore store = new SnapshotStore(data.snapshots(), InstantSource.fixed(SyntheticWorld.REFERENCE_TIME));
        store.publishCatalog("test", new CatalogBuilder(data.source(), SyntheticWorld.REFERENCE_TIME).build());
        return store;
    }

    static SimulationWorld world(DataDirectory data, long seed) {
        return SimulationWorld.open(data, SyntheticWorld.REFERENCE_TIME, seed, line -> {});
    }
}
