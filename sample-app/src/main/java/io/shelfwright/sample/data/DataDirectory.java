package io.shelfwright.sample.data;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.api.CatalogException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A directory with everything one engine works on: imported sources, user states, snapshots, experience, configuration.
 *
 * <p>Each source lies in {@code sources/<kind>/} as {@code items.jsonl}, {@code artists.tsv} (id, name, weight),
 * {@code profiles.jsonl}, {@code interactions.tsv.gz} and {@code report.json}, untouched by other sources; they are joined
 * when they are read, so the order of imports does not matter. Nothing is created until something is written. Safe for
 * use by many threads and processes: one writes at a time, the others are refused.
 */
public final class DataDirectory {
    private static final Pattern KIND = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    private final Path path;

    private DataDirectory(Path path) {
        this.path = path;
    }

    /**
     * Returns the data directory at a path, which need not exist yet.
     *
     * @throws BadRequestException if the path is a file
     */
    public static DataDirectory open(Path path) {
        if (Files.exists(path) && !Files.isDirectory(path)) {
            throw new BadRequestException(
                    path + " is a file, but the data directory must be a directory; name another one with --data");
        }
        return new DataDirectory(path);
    }

    public Path path() {
        return path;
    }

    /** Returns the directory of the user state store. */
    public Path users() {
        return path.resolve("users");
    }

    public Path snapshots() {
        return path.resolve("snapshots");
    }

    public Path experience() {
        return path.resolve("experience");
    }

    /** Returns the directory of the datasets that models are trained on. */
    public Path datasets() {
        return path.resolve("datasets");
    }

    public Path config() {
        return path.resolve("home.conf");
    }

    /** Returns the directory of one source, which need not exist. */
    public Path source(String kind) {
        if (!KIND.matcher(kind).matches()) {
            throw new IllegalArgumentException("kind of source '" + kind + "': use lower-case words joined by '-'");
        }
        return sourcesPath().resolve(kind);
    }

    /**
     * Returns the kinds that were imported, in ascending order.
     *
     * @throws CatalogException if the directory cannot be read
     */
    public List<String> sources() {
        Path sources = sourcesPath();
        if (!Files.isDirectory(sources)) {
            return List.of();
        }
        try (Stream<Path> entries = Files.list(sources)) {
            return entries.filter(Files::isDirectory)
                    .map(entry -> entry.getFileName().toString())
                    .filter(name -> KIND.matcher(name).matches())
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new CatalogException("cannot list " + sources + ": " + e.getMessage(), e);
        }
    }

    /** Returns what the imports reported, in ascending order of kind. */
    public List<ImportReport> reports() {
        List<ImportReport> reports = new ArrayList<>();
        for (String kind : sources()) {
            reports.add(new SourceReader(source(kind)).report());
        }
        return reports;
    }

    /** Returns the data's "now": the latest reference time of its sources; empty where there is none. */
    public Optional<Instant> referenceTime() {
        return reports().stream().map(ImportReport::referenceTime).max(Instant::compareTo);
    }

    /**
     * Returns everything that was imported, joined.
     *
     * @throws BadRequestException if nothing was
     */
    public DataDirectorySource source() {
        if (sources().isEmpty()) {
            throw new BadRequestException("the data directory " + path
                    + " holds no source; import one first: shelfwright import lastfm-2k --from DIR --data " + path);
        }
        return new DataDirectorySource(this);
    }

    /**
     * Replaces one source as a whole; on any failure the directory is as it was.
     *
     * @throws BadRequestException if another import is writing here
     * @throws CatalogException if it cannot be written
     */
    public ImportReport replaceSource(String kind, SourceFill fill) {
        return new SourceSwap(sourcesPath(), source(kind)).run(fill);
    }

    /**
     * Removes a user's profile and interactions from every source; returns how many rows that were.
     *
     * @throws BadRequestException if an import is writing here
     * @throws CatalogException if a source cannot be read or written
     */
    public long eraseUser(String userId) {
        return new SourceErasure(this, userId).run();
    }

    private Path sourcesPath() {
        return path.resolve("sources");
    }
}
