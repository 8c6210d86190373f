package io.shelfwright.testkit;

import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.FeatureSchema;
import io.shelfwright.spi.InstanceContext;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/** What an instance is given that is made before there is a schema, and perhaps before there is a catalog. */
final class EarlyContext implements InstanceContext {
    private final InstanceContext later;
    private final boolean hasCatalog;

    private EarlyContext(InstanceContext later, boolean hasCatalog) {
        this.later = later;
        this.hasCatalog = hasCatalog;
    }

    static InstanceContext withoutSchema(InstanceContext context) {
        return new EarlyContext(context, true);
    }

    static InstanceContext withoutCatalog(InstanceContext context) {
        return new EarlyContext(context, false);
    }

    @Override
    public String instanceName() {
        return later.instanceName();
    }

    @Override
    public Catalog catalog() {
        if (!hasCatalog) {
            throw new IllegalStateException("there is no catalog yet when this kind of instance is made");
        }
        return later.catalog();
    }

    @Override
    public FeatureSchema schema() {
        throw new IllegalStateException("there is no feature schema yet when this kind of instance is made");
    }

    @Override
    public Optional<Path> model(String name) {
        return hasCatalog ? later.model(name) : Optional.empty();
    }

    @Override
    public Path baseDirectory() {
        return later.baseDirectory();
    }

    @Override
    public InstantSource clock() {
        return later.clock();
    }
}
