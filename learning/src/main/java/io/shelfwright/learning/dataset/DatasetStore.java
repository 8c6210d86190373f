package io.shelfwright.learning.dataset;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.ExperienceException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
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
     * Begins a dataset; what an interrupted run left behind is removed first.
     *
     * @throws BadRequestException if another run is writing here
     */
    public Staging begin() {
        try {
            Files.createDirectories(root);
            FileChannel channel =
                    FileChannel.open(root.resolve(".lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = lock(channel);
            if (lock == null) {
                channel.close();
                throw new BadRequestException("another run is writing a dataset in " + root + "; wait for it to end");
            }
            Path staging = root.resolve(STAGING);
            DatasetFiles.remove(staging);
            Files.createDirectory(staging);
            return new Staging(staging, channel);
        } catch (IOException e) {
            throw new ExperienceException(
                    "a dataset cannot be begun in " + root + "; check free space and permissions", e);
        }
    }

    private static @org.jspecify.annotations.Nullable FileLock lock(FileChannel channel) throws IOException {
        try {
            return channel.tryLock();
        } catch (OverlappingFileLockException e) {
            return null;
        }
    }

    /** A dataset that is being made; closing it without publishing removes it. */
    public final class Staging implements AutoCloseable {
        private final Path directory;
        private final FileChannel lock;

        private Staging(Path directory, FileChannel lock) {
            this.directory = directory;
            this.lock = lock;
        }

        /** Returns the directory that its shards are written to. */
        public Path directory() {
            return directory;
        }

        /** Writes the manifest, forces everything to disk and renames the directory once; returns its version. */
        public String publish(DatasetManifest manifest) {
            try {
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
            try (FileChannel held = lock) {
                DatasetFiles.remove(directory);
            } catch (IOException e) {
                throw new ExperienceException("what is left in " + directory + " cannot be removed", e);
            }
        }
    }
}
