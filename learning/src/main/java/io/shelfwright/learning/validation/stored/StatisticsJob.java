package io.shelfwright.learning.validation.stored;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.learning.dataset.DatasetManifest;
import io.shelfwright.learning.dataset.DatasetStore;
import io.shelfwright.learning.dataset.ShardFormat;
import io.shelfwright.learning.dataset.StoredDataset;
import io.shelfwright.learning.job.WorkDirectory;
import io.shelfwright.learning.validation.statistics.DatasetStatistics;
import io.shelfwright.learning.validation.statistics.StatisticsFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * Makes the statistics of a dataset and keeps them beside it, in {@code datasets/NNNNNN.stats}.
 *
 * <p>A run that is killed leaves the finished parts; the next run of the same dataset and schema goes on with them. Both executors write
 * the same bytes as long as no column has become a sketch.
 */
public final class StatisticsJob {
    private StatisticsJob() {}

    /** Makes and merges the statistics of all files. */
    public interface Executor {
        /**
         * Returns the merged statistics.
         *
         * @param shards number of files
         * @param work where finished parts are kept
         */
        DatasetStatistics run(StatisticsSpec spec, int shards, Path work);
    }

    /** Makes the statistics, replacing those there are, and returns them. */
    public static DatasetStatistics run(StatisticsSpec spec, Executor executor) {
        Path root = Path.of(spec.datasets());
        DatasetManifest manifest = new DatasetStore(root)
                .openByShard(spec.version(), ShardFormat.discover())
                .manifest();
        Path directory = root.resolve(".statistics-" + spec.version());
        String identity = spec.schema() + '\n' + manifest;
        try (WorkDirectory work = WorkDirectory.take(directory, root.resolve(".statistics.lock"), identity)) {
            DatasetStatistics statistics = executor.run(spec, manifest.shards().size(), work.path());
            StatisticsFile.write(statistics, file(root, spec.version()));
            work.remove();
            return statistics;
        }
    }

    /** Returns where the statistics of a dataset are kept. */
    public static Path file(Path datasets, String version) {
        return datasets.resolve(version + ".stats");
    }

    /**
     * Returns the statistics that were made of a dataset, empty where none were.
     *
     * @throws BadRequestException if they are damaged, or of another dataset that had the same version
     */
    public static Optional<DatasetStatistics> read(Path datasets, StoredDataset dataset) {
        Path file = file(datasets, dataset.version());
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        DatasetStatistics statistics = StatisticsFile.read(file, StatisticsSpec.OPTIONS);
        if (!statistics.name().equals(name(dataset))) {
            throw new BadRequestException(file + " is of '" + statistics.name() + "', but the dataset is '"
                    + name(dataset) + "'; make it anew with 'shelfwright datasets statistics'");
        }
        return Optional.of(statistics);
    }

    /** What statistics are called: the version, and some of a checksum of its files, since a version can be made anew. */
    static String name(StoredDataset dataset) {
        long files = 1;
        for (DatasetManifest.ShardEntry shard : dataset.manifest().shards()) {
            files = files * 0x5851F42D4C957F2DL
                    + Long.parseUnsignedLong(shard.sha256().substring(0, 16), 16);
        }
        return String.format(Locale.ROOT, "dataset %s (%08x)", dataset.version(), (int) (files >>> 32));
    }
}
