package io.shelfwright.engine.snapshots;

import io.shelfwright.engine.vectors.VectorFiles;
import java.util.Map;
import java.util.Optional;

/**
 * Looks at a snapshot after it was written and before anybody can use it.
 *
 * <p>It may add files that an engine would otherwise go without, such as the index of vectors; it changes none.
 */
@FunctionalInterface
public interface SnapshotCheck {
    /** Reads catalog and vectors as an engine does: every file, the order of items, dimensions and values. */
    SnapshotCheck FILES = (staged, inUse) -> {
        VectorFiles.readAll(
                staged.vectors(), CatalogFiles.read(staged.catalog()).items(), 0);
        return Map.of();
    };

    /**
     * Checks a snapshot.
     *
     * @param staged the new one, in its staging directory, with the version that it is going to have
     * @param inUse the one it replaces; empty if there is none, or it is damaged
     * @return what the manifest is to say of the check, by key
     * @throws io.shelfwright.api.SnapshotException with every reason why it must not be published
     */
    Map<String, String> check(Snapshot staged, Optional<Snapshot> inUse);
}
