package io.shelfwright.engine.snapshots;

import io.shelfwright.api.SnapshotException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Optional;

/** Small files that name one version each, replaced by one rename. */
final class Pointers {
    /** The version in use. */
    static final String CURRENT = "CURRENT";
    /** The version that was in use before. */
    static final String PREVIOUS = "PREVIOUS";
    /** A version that is tried on a share of the requests. */
    static final String CANDIDATE = "CANDIDATE";
    /** A version whose publication is not finished. */
    static final String PENDING = ".pending";

    private static final String TEMPORARY = ".tmp";

    private final Path directory;

    Pointers(Path directory) {
        this.directory = directory;
    }

    Optional<String> read(String name) {
        try {
            String version = Files.readString(directory.resolve(name)).strip();
            return version.isEmpty() && !name.equals(CURRENT) ? Optional.empty() : Optional.of(version);
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new SnapshotException("cannot read " + name + " in the snapshot directory", e);
        }
    }

    /** Makes a file name a version, on the disk when this returns. */
    void write(String name, String version) throws IOException {
        prepare(name, version);
        commit(name);
    }

    void prepare(String name, String version) throws IOException {
        Path temporary = directory.resolve(name + TEMPORARY);
        Files.writeString(temporary, version + "\n");
        Durable.syncFile(temporary);
    }

    void commit(String name) throws IOException {
        Files.move(
                directory.resolve(name + TEMPORARY),
                directory.resolve(name),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
        Durable.syncDirectory(directory);
    }

    void remove(String name) throws IOException {
        if (Files.deleteIfExists(directory.resolve(name))) {
            Durable.syncDirectory(directory);
        }
    }

    /** Deletes what a process left that died between the two halves of a write. */
    void sweep() throws IOException {
        for (String name : new String[] {CURRENT, PREVIOUS, CANDIDATE, PENDING}) {
            Files.deleteIfExists(directory.resolve(name + TEMPORARY));
        }
    }
}
