package io.shelfwright.benchmarks;

import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.FeatureSchema;
import io.shelfwright.spi.InstanceContext;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;

/**
 * A context with one model, whatever its name, and no catalog.
 *
 * @param schema schema of the features
 * @param directory where the model is
 */
record ModelOnly(FeatureSchema schema, Path directory) implements InstanceContext {
    @Override
    public String instanceName() {
        return "benchmark";
    }

    @Override
    public Catalog catalog() {
        throw new IllegalStateException("a ranker's benchmark has no catalog");
    }

    @Override
    public Optional<Path> model(String name) {
        return Optional.of(directory);
    }

    @Override
    public Path baseDirectory() {
        return directory;
    }

    @Override
    public InstantSource clock() {
        return InstantSource.fixed(Instant.EPOCH);
    }
}
