package io.shelfwright.spi;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Optional;

/**
 * What an instance is given when it is made.
 *
 * <p>Instances live as long as one snapshot: when a new one is published, the engine makes new instances from it. So an
 * instance may read {@link #catalog()} in its constructor and keep what it computes.
 */
public interface InstanceContext {

    /** Returns the instance's name in the configuration. */
    String instanceName();

    /**
     * Returns the catalog of the snapshot.
     *
     * @throws IllegalStateException for kinds that are made before there is a snapshot: CatalogSource, UserStateStore,
     *     ExperienceSink
     */
    Catalog catalog();

    /**
     * Returns the running feature transform's schema.
     *
     * @throws IllegalStateException for kinds made before there is one: those of {@link #catalog()}, and FeatureSet
     */
    FeatureSchema schema();

    /** Returns the directory of a model in the snapshot, or empty when the snapshot holds no such model. */
    Optional<Path> model(String name);

    /** Returns the directory that relative paths of the configuration start from. */
    Path baseDirectory();

    /** Returns the engine's clock; only for kinds without a request: take the time of a request from its context. */
    InstantSource clock();
}
