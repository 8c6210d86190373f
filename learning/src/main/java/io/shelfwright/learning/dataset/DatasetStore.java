package io.shelfwright.learning.dataset;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.ExperienceException;
import io.shelfwright.learning.job.WorkDirectory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Datasets of one directory: {@code 000001}, {@code 000002} and so on, each immutable, each with its manifest.
 *
 * <p>Safe for many processes: one writes at a time, the others are refused; readers are never disturbed.
 */
public final class DatasetStore {
    private static final Pattern VERSION = Pattern.compile("\\d{6,9}");
    private static final String STAGING = ".staging";

    private final Path root;

    /** Makes a store; the directory comes with the first dataset. */
    public DatasetStore(Path root) {
        this.root = root;
    }

    /** Returns the versions, oldest first. */
    public List<String> versions() {
        if (!Files.isDirectory(root)) {
            return List.of();
        }
        try (Stream<Path> children = Files.list(root)) {
            return children.filter(Files::isDirectory)
                    .map(child -> child.getFileName().toString())
                    .filter(name -> VERSION.matcher(name).matches())
                    .sorted(Comparator.comparingInt(Integer::parseInt))
                    .toList();
        } catch (IOException e) {
            throw new ExperienceException("datasets in " + root + " cannot be listed; check permissions", e);
        }
    }

    /** Returns the newest version. */
    public Optional<String> latest() {
        List<String> versions = versions();
        return versions.isEmpty() ? Optional.empty() : Optional.of(versions.get(versions.size() - 1));
    }

    /**
     * Opens a dataset and verifies the checksums of all its files.
     *
     * @throws BadRequestException if there is none of this version
     * @throws ExperienceException if it is damaged
     */
    public StoredDataset open(String version, ShardFormat format) {
        return StoredDataset.open(directory(version), format);
    }

    /**
     * Opens a dataset of which single files will be read, each verified when it is.
     *
     * @throws BadRequestException if there is none of this version
     */
    public StoredDataset openByShard(String version, ShardFormat format) {
        return StoredDataset.unverified(directory(version), format);
    }

    private Path directory(String version) {
        if (!VERSION.matcher(version).matches() || !versions().contains(version)) {
            throw new BadRequestException("there is no dataset '" + version + "' in " + root + "; there are "
                    + versions() + "; 'shelfwright datasets make' makes one");
        }
        return root.resolve(version);
    }

    /**
     * Begins a dataset, or goes on with the one that a run of the same identity has left; what another left behind is removed first.
     *
     * @param identity of the run: everything that its shards depend on
     * @throws BadRequestException if another run is writing here
     */
    public Staging begin(String identity) {
        return new Staging(WorkDirectory.take(root.resolve(STAGING), root.resolve(".lock"), identity));
    }

    /** A dataset that is being made; closing it without publishing leaves it to the next run. */
    public final class Staging implements AutoCloseable {
        private final WorkDirectory work;

        private Staging(WorkDirectory work) {
            this.work = work;
        }

        /** Returns the directory that its shards are written to. */
        public Path directory() {
            return work.path();
        }

        /** Returns whether it was begun by an earlier run. */
        public boolean resumed() {
            return work.resumed();
        }

        /** Removes it. */
        public void discard() {
            work.remove();
        }

        /**
         * Removes what is no shard, writes the manifest, forces everything to disk and renames the directory once; returns its version.
         */
        public String publish(DatasetManifest manifest) {
            Path directory = work.path();
            try {
                work.unmark();
                Set<String> shards = manifest.shards().stream()
                        .map(DatasetManifest.ShardEntry::file)
                        .collect(Collectors.toSet());
                for (Path file : children(directory)) {
                    if (!shards.contains(String.valueOf(file.getFileName()))) {
                        WorkDirectory.remove(file);
                    }
                }
                DatasetFiles.write(directory, manifest);
                DatasetFiles.sync(directory);
                String version = String.format(
                        Locale.ROOT, "%06d", latest().map(Integer::parseInt).orElse(0) + 1);
                Files.move(directory, root.resolve(version));
                DatasetFiles.sync(root);
                return version;
            } catch (IOException e) {
                throw new ExperienceException(
                        "the dataset cannot be published in " + root + "; check free space and permissions", e);
            }
        }

        @Override
        public void close() {
            work.close();
        }
    }

    private static List<Path> children(Path directory) throws IOException {
        try (Stream<Path> children = Files.list(directory)) {
            return children.toList();
        }
    }
}
