package io.shelfwright.engine.snapshots;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;

/**
 * A published snapshot on disk; its files never change.
 *
 * @param version six digits, rising
 * @param directory where its files are
 * @param created when it was published
 * @param parent version it was made from, empty for a first one
 * @param note what it is, for people
 * @param facts what else its manifest says, by key: what it was made from, what was checked before it was published
 */
public record Snapshot(
        String version, Path directory, Instant created, String parent, String note, Map<String, String> facts) {
    static final String CATALOG = "catalog";
    static final String MODELS = "models";
    static final String VECTORS = "vectors";

    /** Returns the directory of the catalog's files. */
    public Path catalog() {
        return directory.resolve(CATALOG);
    }

    /** Returns the directory of all vectors, which need not exist; see {@link io.shelfwright.engine.vectors.VectorFiles}. */
    public Path vectors() {
        return directory.resolve(VECTORS);
    }

    /** Returns the directory of all models. */
    public Path models() {
        return directory.resolve(MODELS);
    }

    /** Returns the directory of a model, if the snapshot holds it. */
    public Optional<Path> model(String name) {
        Path model = models().resolve(name).normalize();
        return model.startsWith(models()) && Files.isDirectory(model) ? Optional.of(model) : Optional.empty();
    }
}
