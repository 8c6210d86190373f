package io.shelfwright.learning.validation.stored;

import io.shelfwright.api.BadRequestException;
import io.shelfwright.learning.dataset.DatasetStore;
import io.shelfwright.learning.dataset.ShardFormat;
import io.shelfwright.learning.dataset.StoredDataset;
import io.shelfwright.learning.validation.source.DatasetTable;
import io.shelfwright.learning.validation.statistics.DatasetStatistics;
import io.shelfwright.learning.validation.statistics.StatisticsFile;
import io.shelfwright.learning.validation.statistics.StatisticsPlan;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/** The statistics of one file of a dataset: what every executor calls for each of them. Thread-safe. */
public final class ShardStatistics {
    private final StoredDataset dataset;
    private final StatisticsPlan plan;
    private final Path work;

    /**
     * Opens the dataset of a spec.
     *
     * @param work where finished parts are kept
     */
    public ShardStatistics(StatisticsSpec spec, Path work) {
        dataset = new DatasetStore(Path.of(spec.datasets())).openByShard(spec.version(), ShardFormat.discover());
        plan = spec.plan();
        this.work = work;
    }

    /** Returns the number of files. */
    public int shards() {
        return dataset.shards();
    }

    /**
     * Returns the statistics of a file: those that an earlier run has kept, or new ones, which are kept.
     *
     * @throws io.shelfwright.api.ExperienceException if the file is damaged
     */
    public DatasetStatistics of(int shard) {
        Path part = part(work, shard);
        if (Files.exists(part)) {
            try {
                return StatisticsFile.read(part, StatisticsSpec.OPTIONS);
            } catch (BadRequestException e) {
                // Its own checksum says that it was cut off or changed: it is made anew.
                return make(shard, part);
            }
        }
        return make(shard, part);
    }

    /** Makes and keeps the statistics of a file, unless an earlier run has. */
    public void keep(int shard) {
        var unused = of(shard);
    }

    private DatasetStatistics make(int shard, Path part) {
        DatasetTable table = DatasetTable.shard(StatisticsJob.name(dataset), dataset, shard, user -> Optional.empty());
        DatasetStatistics statistics = DatasetStatistics.of(table, plan);
        StatisticsFile.write(statistics, part);
        return statistics;
    }

    /** Returns how many parts are finished. */
    public static int finished(Path work, int shards) {
        int finished = 0;
        for (int shard = 0; shard < shards; shard++) {
            finished += Files.exists(part(work, shard)) ? 1 : 0;
        }
        return finished;
    }

    private static Path part(Path work, int shard) {
        return work.resolve(String.format(Locale.ROOT, "part-%05d.stats", shard));
    }
}
