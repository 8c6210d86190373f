package io.shelfwright.engine.snapshots;

import io.shelfwright.api.Item;
import io.shelfwright.api.SnapshotException;
import io.shelfwright.engine.vectors.CarriedVectors;
import io.shelfwright.engine.vectors.StoredVectors;
import io.shelfwright.engine.vectors.VectorFiles;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A directory of snapshots: one sub-directory a version, and a file {@code CURRENT} that names the one in use.
 *
 * <p>A version is written to a staging directory, made durable, and renamed; then {@code CURRENT} is replaced by one
 * rename. A crash at any moment leaves the old version or the new one. Writers of several processes wait for each other.
 * Thread-safe.
 */
public final class SnapshotStore {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotStore.class);
    private static final String CURRENT = "CURRENT";
    private static final String STAGING = ".staging";
    private static final Pattern VERSION = Pattern.compile("\\d{6}");
    private static final Object IN_PROCESS = new Object();

    private final Path directory;
    private final InstantSource clock;

    public SnapshotStore(Path directory, InstantSource clock) {
        this.directory = directory;
        this.clock = clock;
    }

    /** Writes the files of a snapshot. */
    @FunctionalInterface
    public interface Writer {
        /** Writes into an empty directory. */
        void write(Path staging) throws IOException;
    }

    /** Returns the version in use, if any was published. */
    public Optional<String> current() {
        Path file = directory.resolve(CURRENT);
        try {
            return Files.exists(file) ? Optional.of(Files.readString(file).strip()) : Optional.empty();
        } catch (IOException e) {
            throw new SnapshotException("cannot read " + file.getFileName() + " in the snapshot directory", e);
        }
    }

    /** Returns all versions, oldest first. */
    public List<String> versions() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(directory)) {
            return children.filter(child -> Files.isRegularFile(child.resolve(Manifest.FILE)))
                    .map(child -> String.valueOf(child.getFileName()))
                    .filter(name -> VERSION.matcher(name).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new SnapshotException("cannot list the snapshot directory", e);
        }
    }

    /**
     * Opens the version in use.
     *
     * @throws SnapshotException if there is none, or it is damaged
     */
    public Snapshot open() {
        return open(current()
                .orElseThrow(
                        () -> new SnapshotException("there is no snapshot yet; import data first, or publish one")));
    }

    /**
     * Opens a version and verifies every file of it.
     *
     * @throws SnapshotException if it is missing or damaged, naming the file
     */
    public Snapshot open(String version) {
        if (VERSION.matcher(version).matches() && Files.isDirectory(directory.resolve(version))) {
            Manifest.requireFile(directory.resolve(version));
        }
        if (!versions().contains(version)) {
            throw new SnapshotException(
                    "there is no snapshot '" + version + "'; there are " + String.join(", ", versions()));
        }
        Path path = directory.resolve(version);
        Manifest manifest = Manifest.read(path);
        manifest.verify(path);
        return new Snapshot(version, path, manifest.created(), manifest.parent(), manifest.note());
    }

    /**
     * Publishes a new version and puts it into use.
     *
     * @param note what it is, for people
     * @return the new version
     */
    public String publish(String note, Writer writer) {
        try {
            return locked(() -> {
                Path staging = directory.resolve(STAGING);
                deleteTree(staging);
                try {
                    Files.createDirectories(staging);
                    writer.write(staging);
                    String version = next();
                    Manifest.of(staging, clock.instant(), current().orElse(""), note)
                            .write(staging);
                    Durable.syncTree(staging);
                    Files.move(staging, directory.resolve(version), StandardCopyOption.ATOMIC_MOVE);
                    Durable.syncDirectory(directory);
                    use(version);
                    return version;
                } finally {
                    deleteTree(staging);
                }
            });
        } catch (IOException e) {
            throw new SnapshotException("cannot publish a snapshot: " + e + "; the one in use stays in use", e);
        }
    }

    /** What is done while no other thread or process writes. */
    private interface Change {
        String make() throws IOException;
    }

    /** A file lock keeps out other processes only; a second thread that asked for it would fail instead of waiting. */
    private String locked(Change change) throws IOException {
        synchronized (IN_PROCESS) {
            Files.createDirectories(directory);
            try (FileChannel lockFile = FileChannel.open(
                            directory.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                    FileLock lock = lockFile.lock()) {
                return change.make();
            }
        }
    }

    /**
     * Publishes a copy of the version in use in which some models are replaced or added.
     *
     * @param models writes each model into the given directory of models, which holds the present ones
     */
    public String publishModels(String note, Writer models) {
        Snapshot base = open();
        return publish(note, staging -> {
            copyTree(base.catalog(), staging.resolve(Snapshot.CATALOG));
            copyIfPresent(base.vectors(), staging.resolve(Snapshot.VECTORS));
            copyIfPresent(base.models(), staging.resolve(Snapshot.MODELS));
            models.write(staging.resolve(Snapshot.MODELS));
        });
    }

    /**
     * Publishes a copy of the version in use in which some spaces of vectors are replaced or added.
     *
     * @param vectors writes with {@link io.shelfwright.engine.vectors.VectorFiles#write} for {@link CatalogFiles#read} of
     *     the version in use, into the given directory of vectors; it is empty, spaces that are not written are kept
     */
    public String publishVectors(String note, Writer vectors) {
        Snapshot base = open();
        return publish(note, staging -> {
            copyTree(base.catalog(), staging.resolve(Snapshot.CATALOG));
            copyIfPresent(base.models(), staging.resolve(Snapshot.MODELS));
            Path target = Files.createDirectories(staging.resolve(Snapshot.VECTORS));
            vectors.write(target);
            List<String> replaced = VectorFiles.spaces(target);
            for (String space : VectorFiles.spaces(base.vectors())) {
                if (!replaced.contains(space)) {
                    copyTree(base.vectors().resolve(space), target.resolve(space));
                }
            }
            // Read as an engine will, so that what cannot be served is not published.
            VectorFiles.readAll(target, CatalogFiles.read(base.catalog()).items(), 0);
        });
    }

    /**
     * Publishes a new catalog; models and vectors of the version in use are kept, unless that version is damaged.
     *
     * <p>An item that is in both catalogs keeps its vectors, a new one has none until vectors are published again.
     *
     * @return the new version, or the one in use where its catalog is the same to the byte
     */
    public String publishCatalog(String note, CatalogData data) {
        Optional<Snapshot> base = intact();
        try {
            return publish(note, staging -> {
                CatalogFiles.write(staging.resolve(Snapshot.CATALOG), data);
                if (base.isPresent() && sameCatalog(base.get(), staging)) {
                    throw new Unchanged(base.get().version());
                }
                if (base.isPresent()) {
                    copyIfPresent(base.get().models(), staging.resolve(Snapshot.MODELS));
                    carryVectors(base.get(), data.items(), staging.resolve(Snapshot.VECTORS));
                }
            });
        } catch (Unchanged e) {
            return e.version;
        }
    }

    private static void carryVectors(Snapshot base, List<Item> items, Path target) throws IOException {
        List<String> spaces = VectorFiles.spaces(base.vectors());
        if (spaces.isEmpty()) {
            return;
        }
        List<Item> old = CatalogFiles.read(base.catalog()).items();
        for (String space : spaces) {
            StoredVectors vectors = VectorFiles.read(base.vectors(), space, old, 0);
            if (vectors.isFor(items)) {
                copyTree(base.vectors().resolve(space), target.resolve(space));
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

    /** There is nothing to publish: the version in use has the same catalog. */
    private static final class Unchanged extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final String version;

        Unchanged(String version) {
            super("the catalog of snapshot " + version + " is the same", null, false, false);
            this.version = version;
        }
    }

    private Optional<Snapshot> intact() {
        try {
            return current().map(this::open);
        } catch (SnapshotException e) {
            LOG.warn("models and vectors are not carried over: {}", e.getMessage());
            return Optional.empty();
        }
    }

    private static boolean sameCatalog(Snapshot base, Path staging) throws IOException {
        Manifest published = Manifest.read(base.directory());
        Manifest staged = Manifest.of(staging, base.created(), "", "");
        return published.filesIn(Snapshot.CATALOG).equals(staged.filesIn(Snapshot.CATALOG));
    }

    /**
     * Puts an earlier version into use again.
     *
     * @throws SnapshotException if it is missing or damaged
     */
    public void rollback(String version) {
        open(version);
        try {
            locked(() -> {
                use(version);
                return version;
            });
        } catch (IOException e) {
            throw new SnapshotException("cannot roll back to snapshot " + version + ": " + e, e);
        }
    }

    private void use(String version) throws IOException {
        Path temporary = directory.resolve(CURRENT + ".tmp");
        Files.writeString(temporary, version + "\n");
        Durable.syncFile(temporary);
        Files.move(
                temporary,
                directory.resolve(CURRENT),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        Durable.syncDirectory(directory);
    }

    private String next() throws IOException {
        long last = 0;
        try (Stream<Path> children = Files.list(directory)) {
            for (Path child : children.toList()) {
                String name = String.valueOf(child.getFileName());
                // A damaged version keeps its number: what came after it must not be mistaken for it.
                last = VERSION.matcher(name).matches() ? Math.max(last, Long.parseLong(name)) : last;
            }
        }
        return String.format(Locale.ROOT, "%06d", last + 1);
    }

    private static void copyIfPresent(Path from, Path to) throws IOException {
        if (Files.isDirectory(from)) {
            copyTree(from, to);
        }
    }

    private static void copyTree(Path from, Path to) throws IOException {
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(from)) {
            paths = walk.toList();
        }
        for (Path path : paths) {
            Path target = to.resolve(from.relativize(path).toString());
            if (Files.isDirectory(path)) {
                Files.createDirectories(target);
            } else {
                Files.copy(path, target, StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private static void deleteTree(Path root) throws IOException {
        if (!Files.exists(root)) {
            return;
        }
        List<Path> paths;
        try (Stream<Path> walk = Files.walk(root)) {
            paths = new ArrayList<>(walk.toList());
        }
        paths.sort(Comparator.reverseOrder());
        for (Path path : paths) {
            Files.delete(path);
        }
    }
}
