package io.shelfwright.engine.generation;

import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.FeatureSchema;
import io.shelfwright.spi.InstanceContext;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/**
 * Context of instances that live as long as the engine: stores and sinks, made before there is a snapshot.
 *
 * @param instanceName name in the configuration
 * @param baseDirectory where relative paths start
 * @param clock the engine's clock
 */
public record HostContext(String instanceName, Path baseDirectory, InstantSource clock) implements InstanceContext {
    @Override
    public Catalog catalog() {
        throw new IllegalStateException(instanceName + " is made before there is a snapshot, so it has no catalog");
    }

    @Override
    public FeatureSchema schema() {
        throw new IllegalStateException(instanceName + " is made before there is a snapshot, so it has no schema");
    }

    @Override
    public Optional<Path> model(String name) {
        return Optional.empty();
    }
}
