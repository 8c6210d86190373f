package io.shelfwright.learning.publication;

import io.shelfwright.api.SnapshotException;
import io.shelfwright.engine.snapshots.Snapshot;
import io.shelfwright.engine.snapshots.SnapshotStore;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The models of a directory of snapshots: versions, aliases and lineage; thread-safe.
 *
 * <p>It keeps nothing of its own, so that it cannot disagree with what engines serve: the champion is the snapshot in use, the
 * candidate the one on trial, the previous the one to roll back to.
 */
public final class ModelRegistry {
    public static final String CHAMPION = "champion";
    public static final String CANDIDATE = "candidate";
    public static final String PREVIOUS = "previous";

    private final SnapshotStore store;

    public ModelRegistry(SnapshotStore store) {
        this.store = store;
    }

    /** Returns every version, oldest first; a damaged one with its problem. */
    public List<RegisteredModel> models() {
        List<RegisteredModel> models = new ArrayList<>();
        for (String version : store.versions()) {
            models.add(model(version));
        }
        return List.copyOf(models);
    }

    /**
     * Returns the version that an alias stands for, or the version itself.
     *
     * @throws SnapshotException if there is none
     */
    public String resolve(String name) {
        Optional<String> version =
                switch (name) {
                    case CHAMPION -> store.current();
                    case CANDIDATE -> store.candidate();
                    case PREVIOUS -> store.previous();
                    default -> Optional.of(name).filter(store.versions()::contains);
                };
        return version.orElseThrow(() -> new SnapshotException("there is no '" + name + "'; allowed are " + CHAMPION
                + ", " + CANDIDATE + ", " + PREVIOUS + " where there are such, and the versions "
                + String.join(", ", store.versions())));
    }

    private RegisteredModel model(String version) {
        try {
            Snapshot snapshot = store.open(version);
            return new RegisteredModel(
                    version,
                    snapshot.created(),
                    snapshot.note(),
                    aliases(version),
                    names(snapshot.models()),
                    Lineage.of(snapshot),
                    "");
        } catch (SnapshotException e) {
            Lineage none = new Lineage("", "", "", "", "", 0);
            return new RegisteredModel(
                    version, Instant.EPOCH, "", aliases(version), List.of(), none, String.valueOf(e.getMessage()));
        }
    }

    private List<String> aliases(String version) {
        List<String> aliases = new ArrayList<>();
        Optional<String> own = Optional.of(version);
        if (store.current().equals(own)) {
            aliases.add(CHAMPION);
        }
        if (store.candidate().equals(own)) {
            aliases.add(CANDIDATE);
        }
        if (store.previous().equals(own)) {
            aliases.add(PREVIOUS);
        }
        return aliases;
    }

    private static List<String> names(Path models) {
        if (!Files.isDirectory(models)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(models)) {
            return children.filter(Files::isDirectory)
                    .map(child -> String.valueOf(child.getFileName()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new SnapshotException("cannot list the models of a snapshot: " + e, e);
        }
    }
}
