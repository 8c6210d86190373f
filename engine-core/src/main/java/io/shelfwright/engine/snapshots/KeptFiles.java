package io.shelfwright.engine.snapshots;

import io.shelfwright.api.Item;
import io.shelfwright.engine.vectors.CarriedVectors;
import io.shelfwright.engine.vectors.StoredVectors;
import io.shelfwright.engine.vectors.VectorFiles;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** What a new version takes over from the one in use. */
final class KeptFiles {
    private static final Logger LOG = LoggerFactory.getLogger(KeptFiles.class);

    private KeptFiles() {}

    /** Takes vectors over for another catalog. */
    static void carryVectors(Snapshot base, List<Item> items, Path target) throws IOException {
        List<String> spaces = VectorFiles.spaces(base.vectors());
        if (spaces.isEmpty()) {
            return;
        }
        List<Item> old = CatalogFiles.read(base.catalog()).items();
        for (String space : spaces) {
            StoredVectors vectors = VectorFiles.read(base.vectors(), space, old, 0);
            if (vectors.isFor(items)) {
                FileTree.copy(base.vectors().resolve(space), target.resolve(space));
                continue;
            }
            CarriedVectors carried = new CarriedVectors(vectors, old, items);
            VectorFiles.write(target, vectors.description(), items, carried);
            LOG.info(
                    "the vectors '{}' are carried over for {} of {} items; the others have none until vectors are"
                            + " published again",
                    space,
                    carried.carried(),
                    items.size());
        }
    }

    static boolean sameCatalog(Snapshot base, Path staging) throws IOException {
        Manifest published = Manifest.read(base.directory());
        Manifest staged = Manifest.of(staging, base.created(), "", "", Map.of());
        return published.filesIn(Snapshot.CATALOG).equals(staged.filesIn(Snapshot.CATALOG));
    }
}
