package io.shelfwright.learning;

import io.shelfwright.api.SnapshotException;
import io.shelfwright.engine.snapshots.Snapshot;
import io.shelfwright.engine.snapshots.SnapshotStore;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Two models of one name: the one that is judged, and the one before it.
 *
 * @param snapshot that holds the candidate
 * @param candidate its directory
 * @param baseline directory of the model to compare with, empty for a first model
 * @param baselineVersion snapshot that holds it, empty for a first model
 */
record ModelVersions(Snapshot snapshot, Path candidate, Optional<Path> baseline, String baselineVersion) {

    /**
     * Finds both.
     *
     * @param candidate version of the candidate's snapshot, empty for the one in use
     * @param baseline version to compare with; empty for the one in use, or before it the latest that had another model
     * @throws SnapshotException if a snapshot that was named has no such model
     */
    static ModelVersions find(SnapshotStore store, String model, String candidate, String baseline) {
        Snapshot judged = candidate.isEmpty() ? store.open() : store.open(candidate);
        Path own = required(judged, model);
        if (!baseline.isEmpty()) {
            return new ModelVersions(judged, own, Optional.of(required(store.open(baseline), model)), baseline);
        }
        Snapshot other = judged;
        if (!judged.version().equals(store.current().orElse(""))) {
            other = store.open();
        }
        while (other.model(model).filter(path -> !same(path, own)).isEmpty()) {
            if (other.parent().isEmpty() || !store.versions().contains(other.parent())) {
                return new ModelVersions(judged, own, Optional.empty(), "");
            }
            other = store.open(other.parent());
        }
        return new ModelVersions(judged, own, other.model(model), other.version());
    }

    private static Path required(Snapshot snapshot, String model) {
        return snapshot.model(model)
                .orElseThrow(() -> new SnapshotException("snapshot " + snapshot.version() + " holds no model '" + model
                        + "'; learn one first, or name another ranker or snapshot"));
    }

    private static boolean same(Path one, Path other) {
        try {
            Path card = Path.of(ModelCard.FILE);
            return Files.exists(one.resolve(card))
                    && Files.exists(other.resolve(card))
                    && Files.mismatch(one.resolve(card), other.resolve(card)) < 0;
        } catch (IOException e) {
            throw new UncheckedIOException("cannot compare the model cards of " + one + " and " + other, e);
        }
    }
}
