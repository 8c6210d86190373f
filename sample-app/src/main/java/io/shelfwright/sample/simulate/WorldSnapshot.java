package io.shelfwright.sample.simulate;

import io.shelfwright.api.CatalogException;
import io.shelfwright.engine.probe.TransformValues;
import io.shelfwright.engine.snapshots.CatalogBuilder;
import io.shelfwright.engine.snapshots.CatalogData;
import io.shelfwright.engine.snapshots.Snapshot;
import io.shelfwright.engine.snapshots.SnapshotStore;
import io.shelfwright.sample.data.DataDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Keeps the world's snapshot in step with seed, data and models; the file {@value #KEY} says what it was made of. */
final class WorldSnapshot {
    private static final String KEY = "made-of.txt";
    /** To be raised when the rule of the hold-out changes. */
    private static final int RULE = 2;

    private final DataDirectory data;
    private final Path directory;
    private final SnapshotStore snapshots;
    private final boolean withModels;

    WorldSnapshot(DataDirectory data, Path directory, SnapshotStore snapshots, boolean withModels) {
        this.data = data;
        this.directory = directory;
        this.snapshots = snapshots.checkedBy((staged, before) -> transform(staged));
        this.withModels = withModels;
    }

    /** The world is served by the transform of the data directory, which was measured when that one's snapshot was published. */
    private Map<String, String> transform(Snapshot staged) {
        SnapshotStore home = new SnapshotStore(data.snapshots(), InstantSource.fixed(staged.created()));
        Optional<Path> measured = home.current()
                .map(version -> home.open(version).directory().resolve(TransformValues.FILE))
                .filter(Files::exists);
        try {
            if (measured.isPresent()) {
                Files.copy(measured.get(), staged.directory().resolve(TransformValues.FILE));
            }
        } catch (IOException e) {
            throw new CatalogException("cannot copy " + measured.orElse(directory) + ": " + e, e);
        }
        return Map.of();
    }

    void refresh(long seed, Instant start, HoldOut holdOut, Consumer<String> progress) {
        try {
            SnapshotStore home = new SnapshotStore(data.snapshots(), InstantSource.fixed(start));
            Optional<Snapshot> inUse =
                    home.current().filter(version -> withModels).map(home::open);
            String catalogKey = "rule " + RULE + ", seed " + seed + "," + holdOut.key() + sources();
            String modelsKey =
                    inUse.map(snapshot -> "models of " + snapshot.version()).orElse("no models");
            List<String> madeOf =
                    Files.exists(directory.resolve(KEY)) ? Files.readAllLines(directory.resolve(KEY)) : List.of();
            boolean known = madeOf.size() == 2 && snapshots.current().isPresent();
            boolean sameCatalog = known && madeOf.get(0).equals(catalogKey);
            if (sameCatalog && madeOf.get(1).equals(modelsKey)) {
                return;
            }
            if (!sameCatalog) {
                progress.accept("building the catalog without what is held out");
                CatalogData catalog = new CatalogBuilder(new VisibleSource(data.source(), holdOut), start).build();
                snapshots.publishCatalog("simulation, seed " + seed, catalog);
            }
            Optional<Path> models = inUse.map(Snapshot::models).filter(Files::isDirectory);
            if (models.isPresent()) {
                snapshots.publishModels("simulation, " + modelsKey, target -> replace(models.get(), target));
            }
            Files.writeString(directory.resolve(KEY), catalogKey + "\n" + modelsKey + "\n");
        } catch (IOException e) {
            throw new CatalogException("cannot write the simulation's world into " + directory + ": " + e, e);
        }
    }

    /** Size and time of every source's interactions and items: an import replaces the files. */
    private String sources() throws IOException {
        StringBuilder text = new StringBuilder();
        for (String kind : data.sources()) {
            for (String name : List.of("items.jsonl", "artists.tsv", "interactions.tsv.gz")) {
                Path file = data.source(kind).resolve(name);
                if (Files.exists(file)) {
                    text.append(' ').append(kind).append('/').append(name).append(' ');
                    text.append(Files.size(file)).append(" @ ").append(Files.getLastModifiedTime(file));
                }
            }
        }
        return text.toString();
    }

    /** Makes one tree a copy of another. */
    static void replace(Path from, Path to) throws IOException {
        deleteTree(to);
        try (Stream<Path> walk = Files.walk(from)) {
            for (Path path : walk.toList()) {
                Path target = to.resolve(from.relativize(path).toString());
                if (Files.isDirectory(path)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(path, target, StandardCopyOption.REPLACE_EXISTING);
                }
            }
        }
    }

    static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        try (Stream<Path> walk = Files.walk(root)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(path);
            }
        }
    }
}
