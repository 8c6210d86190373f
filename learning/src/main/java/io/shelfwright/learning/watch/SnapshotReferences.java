package io.shelfwright.learning.watch;

import io.shelfwright.api.SnapshotException;
import io.shelfwright.engine.snapshots.SnapshotStore;
import java.util.Optional;
import java.util.function.BiFunction;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Reads the reference of a model out of the snapshot that served it. */
public final class SnapshotReferences implements BiFunction<String, String, Optional<ReferenceStatistics>> {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotReferences.class);

    private final SnapshotStore store;

    public SnapshotReferences(SnapshotStore store) {
        this.store = store;
    }

    /** Returns that of a version and a ranker; empty where the version is gone, or its model has none. */
    @Override
    public Optional<ReferenceStatistics> apply(String version, String ranker) {
        try {
            return store.open(version).model(ranker).flatMap(ReferenceStatistics::read);
        } catch (SnapshotException e) {
            LOG.warn("pages of snapshot {} are not watched: {}", version, e.getMessage());
            return Optional.empty();
        }
    }
}
