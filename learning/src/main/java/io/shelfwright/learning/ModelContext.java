package io.shelfwright.learning;

import io.shelfwright.engine.snapshots.CatalogFiles;
import io.shelfwright.engine.snapshots.ItemCatalog;
import io.shelfwright.engine.snapshots.Snapshot;
import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.FeatureSchema;
import io.shelfwright.spi.InstanceContext;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Context of instances that live for one training; not thread-safe, the clock stands at the snapshot's creation. */
final class ModelContext implements InstanceContext {
    private final String instanceName;
    private final Snapshot snapshot;
    private final FeatureSchema schema;
    private final Path baseDirectory;
    private final Function<String, Optional<Path>> models;
    private @Nullable Catalog catalog;

    ModelContext(
            String instanceName,
            Snapshot snapshot,
            FeatureSchema schema,
            Path baseDirectory,
            Function<String, Optional<Path>> models) {
        this.instanceName = instanceName;
        this.snapshot = snapshot;
        this.schema = schema;
        this.baseDirectory = baseDirectory;
        this.models = models;
    }

    @Override
    public String instanceName() {
        return instanceName;
    }

    @Override
    public Catalog catalog() {
        Catalog known = catalog;
        if (known == null) {
            known = new ItemCatalog(snapshot.version(), CatalogFiles.read(snapshot.catalog()));
            catalog = known;
        }
        return known;
    }

    @Override
    public FeatureSchema schema() {
        return schema;
    }

    @Override
    public Optional<Path> model(String name) {
        return models.apply(name);
    }

    @Override
    public Path baseDirectory() {
        return baseDirectory;
    }

    @Override
    public InstantSource clock() {
        return InstantSource.fixed(snapshot.created());
    }
}
