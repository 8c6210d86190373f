package io.shelfwright.engine.snapshots;

import io.shelfwright.api.SnapshotException;
import io.shelfwright.engine.vectors.VectorFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntSupplier;
import java.util.stream.Stream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A directory of snapshots: one sub-directory a version, and a file {@code CURRENT} that names the one in use.
 *
 * <p>A version is written to a staging directory, checked, made durable, and renamed; then {@code CURRENT} is replaced by one
 * rename. A crash at any moment leaves the old version or the new one, and the next publisher sweeps what it left. Writers of
 * several processes wait for each other. Thread-safe.
 */
public final class SnapshotStore {
    private static final Logger LOG = LoggerFactory.getLogger(SnapshotStore.class);

    private static final String UNDELETED = "cannot delete old snapshots";
    private static final IntSupplier KEEP_ALL = () -> Integer.MAX_VALUE;

    private final Path directory;
    private final InstantSource clock;
    private final SnapshotCheck check;
    private final Map<String, String> facts;
    private final boolean asCandidate;
    private final IntSupplier keep;
    private final Pointers pointers;
    private final SnapshotHistory history;
    private final Publication publication;

    /** Makes a store that reads what it publishes, as {@link SnapshotCheck#FILES} does. */
    public SnapshotStore(Path directory, InstantSource clock) {
        this(directory, clock, SnapshotCheck.FILES, Map.of(), false, KEEP_ALL, step -> {});
    }

    private SnapshotStore(
            Path directory,
            InstantSource clock,
            SnapshotCheck check,
            Map<String, String> facts,
            boolean asCandidate,
            IntSupplier keep,
            PublicationStep.Listener listener) {
        this.directory = directory;
        this.clock = clock;
        this.check = check;
        this.facts = Map.copyOf(facts);
        this.asCandidate = asCandidate;
        this.keep = keep;
        pointers = new Pointers(directory);
        history = new SnapshotHistory(directory);
        publication = new Publication(directory, listener);
    }

    /** Returns a store of the same directory that checks what it publishes in another way. */
    public SnapshotStore checkedBy(SnapshotCheck value) {
        return new SnapshotStore(directory, clock, value, facts, asCandidate, keep, step -> {});
    }

    /** Returns a store of the same directory that writes facts into the manifest of what it publishes, such as its lineage. */
    public SnapshotStore withFacts(Map<String, String> more) {
        Map<String, String> all = new TreeMap<>(facts);
        all.putAll(more);
        return new SnapshotStore(directory, clock, check, all, asCandidate, keep, step -> {});
    }

    /** Returns a store of the same directory whose new versions are not put into use but become the candidate. */
    public SnapshotStore publishingCandidates() {
        return new SnapshotStore(directory, clock, check, facts, true, keep, step -> {});
    }

    /**
     * Returns a store of the same directory that deletes old versions after each publication, as {@link #collect} does.
     *
     * @param newest how many of the newest stay in any case, at least 1; asked after each publication
     */
    public SnapshotStore keeping(IntSupplier newest) {
        return new SnapshotStore(directory, clock, check, facts, asCandidate, newest, step -> {});
    }

    /** Returns the same store, which tells of each step. */
    SnapshotStore toldBy(PublicationStep.Listener listener) {
        return new SnapshotStore(directory, clock, check, facts, asCandidate, keep, listener);
    }

    /** Writes the files of a snapshot into an empty directory. */
    @FunctionalInterface
    public interface Writer {
        void write(Path staging) throws IOException;
    }

    /** Returns the version in use, if any was published. */
    public Optional<String> current() {
        return pointers.read(Pointers.CURRENT);
    }

    /** Returns the version to go back to: the one that was in use before, or else the one that the present one was made from. */
    public Optional<String> previous() {
        Optional<String> current = current();
        Set<String> there = new HashSet<>(versions());
        Optional<String> before = pointers.read(Pointers.PREVIOUS)
                .filter(version -> there.contains(version) && !current.equals(Optional.of(version)));
        return before.isPresent()
                ? before
                : current.filter(there::contains).map(this::parent).filter(there::contains);
    }

    private String parent(String version) {
        try {
            return Manifest.read(directory.resolve(version)).parent();
        } catch (SnapshotException e) {
            LOG.debug("a damaged version has no known parent", e);
            return "";
        }
    }

    /** Returns the version that is tried on a share of the requests, if there is one. */
    public Optional<String> candidate() {
        return pointers.read(Pointers.CANDIDATE);
    }

    /** Returns what begins and ends trials of versions. */
    public SnapshotTrials trials() {
        return new SnapshotTrials(this, pointers, history, clock);
    }

    /** Returns what became of versions beside being published, oldest first: put into use again, tried, withdrawn. */
    public List<SnapshotEvent> history() {
        return history.read();
    }

    /** Returns all versions, oldest first. */
    public List<String> versions() {
        if (!Files.isDirectory(directory)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(directory)) {
            return children.filter(child -> Files.isRegularFile(child.resolve(Manifest.FILE)))
                    .map(child -> String.valueOf(child.getFileName()))
                    .filter(Publication.VERSION.asMatchPredicate())
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
        Path path = requireVersion(version);
        Manifest manifest = Manifest.read(path);
        manifest.verify(path);
        return new Snapshot(
                version, path, manifest.created(), manifest.parent(), manifest.note(), Map.copyOf(manifest.facts()));
    }

    /**
     * Returns how two versions differ, without reading the files themselves.
     *
     * @throws SnapshotException if one is missing, or its manifest is damaged
     */
    public SnapshotDifference difference(String from, String to) {
        return SnapshotDifference.between(Manifest.read(requireVersion(from)), Manifest.read(requireVersion(to)));
    }

    Path requireVersion(String version) {
        if (Publication.VERSION.matcher(version).matches() && Files.isDirectory(directory.resolve(version))) {
            Manifest.requireFile(directory.resolve(version));
        }
        if (!versions().contains(version)) {
            throw new SnapshotException(
                    "there is no snapshot '" + version + "'; there are " + String.join(", ", versions()));
        }
        return directory.resolve(version);
    }

    /**
     * Publishes a new version and puts it into use, or makes it the candidate.
     *
     * @param note what it is, for people
     * @return the new version
     * @throws SnapshotException if it cannot be written, or the check refuses it; the one in use stays in use
     */
    public String publish(String note, Writer writer) {
        try {
            String version = alone(() -> publish(note, writer, clock.instant()));
            deleteOld();
            return version;
        } catch (IOException e) {
            throw new SnapshotException("cannot publish a snapshot: " + e + "; the one in use stays in use", e);
        }
    }

    private String publish(String note, Writer writer, Instant at) throws IOException {
        Optional<Snapshot> old = check == SnapshotCheck.FILES ? Optional.empty() : intact();
        String version = publication.publish(at, note, writer, check, old, facts, asCandidate);
        if (asCandidate) {
            history.add(at, version, SnapshotEvent.CANDIDATE, "");
        }
        return version;
    }

    /** The new version is published, whatever becomes of the old ones. */
    private void deleteOld() {
        int newest = keep.getAsInt();
        if (newest == Integer.MAX_VALUE) {
            return;
        }
        try {
            collect(newest);
        } catch (SnapshotException e) {
            LOG.warn("old snapshots stay: {}", e.getMessage());
        }
    }

    <T> T changing(String failure, DirectoryLock.Change<T> change) {
        try {
            return alone(change);
        } catch (IOException e) {
            throw new SnapshotException(failure + ": " + e, e);
        }
    }

    private <T> T alone(DirectoryLock.Change<T> change) throws IOException {
        return new DirectoryLock(directory).alone(() -> {
            publication.sweep();
            return change.make();
        });
    }

    /**
     * Publishes a copy of the version in use in which some models are replaced or added.
     *
     * @param models writes each model into the given directory of models, which holds the present ones
     */
    public String publishModels(String note, Writer models) {
        return publish(note, staging -> {
            Snapshot base = open();
            FileTree.copy(base.catalog(), staging.resolve(Snapshot.CATALOG));
            FileTree.copyIfPresent(base.vectors(), staging.resolve(Snapshot.VECTORS));
            FileTree.copyIfPresent(base.models(), staging.resolve(Snapshot.MODELS));
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
        return publish(note, staging -> {
            Snapshot base = open();
            FileTree.copy(base.catalog(), staging.resolve(Snapshot.CATALOG));
            FileTree.copyIfPresent(base.models(), staging.resolve(Snapshot.MODELS));
            Path target = Files.createDirectories(staging.resolve(Snapshot.VECTORS));
            vectors.write(target);
            List<String> replaced = VectorFiles.spaces(target);
            for (String space : VectorFiles.spaces(base.vectors())) {
                if (!replaced.contains(space)) {
                    FileTree.copy(base.vectors().resolve(space), target.resolve(space));
                }
            }
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
        try {
            return publish(note, staging -> {
                CatalogFiles.write(staging.resolve(Snapshot.CATALOG), data);
                Optional<Snapshot> base = intact();
                if (base.isPresent() && KeptFiles.sameCatalog(base.get(), staging)) {
                    throw new Unchanged(base.get().version());
                }
                if (base.isPresent()) {
                    FileTree.copyIfPresent(base.get().models(), staging.resolve(Snapshot.MODELS));
                    KeptFiles.carryVectors(base.get(), data.items(), staging.resolve(Snapshot.VECTORS));
                }
            });
        } catch (Unchanged e) {
            return e.version;
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
            LOG.warn("the snapshot in use is damaged, so that nothing is carried over from it: {}", e.getMessage());
            return Optional.empty();
        }
    }

    /**
     * Puts an earlier version into use again.
     *
     * @throws SnapshotException if it is missing or damaged
     */
    public void rollback(String version) {
        open(version);
        changing("cannot roll back to snapshot " + version, () -> {
            requireVersion(version);
            publication.use(version);
            if (candidate().equals(Optional.of(version))) {
                pointers.remove(Pointers.CANDIDATE);
            }
            history.add(clock.instant(), version, SnapshotEvent.IN_USE, "");
            return version;
        });
    }

    /**
     * Puts {@link #previous()} into use again, and returns it; a second call goes forth again.
     *
     * @throws SnapshotException if there is none, or it is damaged
     */
    public String rollback() {
        String version =
                previous().orElseThrow(() -> new SnapshotException("there is no earlier snapshot to roll back to"));
        rollback(version);
        return version;
    }

    /**
     * Deletes old versions, but none that is in use, was in use before it, is the candidate, or is leased by any engine of any
     * process; and what killed processes left.
     *
     * @param keep how many of the newest stay in any case, at least 1
     * @return the versions that were deleted, oldest first
     * @throws SnapshotException if something cannot be deleted; what was deleted is deleted
     */
    public List<String> collect(int keep) {
        return Files.isDirectory(directory)
                ? changing(UNDELETED, () -> publication.collect(keep, previous()))
                : List.of();
    }

    /** Does what {@link #collect} does, but nothing where somebody publishes just now. */
    public List<String> collectIfFree(int keep) {
        try {
            return Files.isDirectory(directory)
                    ? new DirectoryLock(directory)
                            .aloneIfFree(() -> {
                                publication.sweep();
                                return publication.collect(keep, previous());
                            })
                            .orElse(List.of())
                    : List.of();
        } catch (IOException e) {
            throw new SnapshotException(UNDELETED + ": " + e, e);
        }
    }
}
