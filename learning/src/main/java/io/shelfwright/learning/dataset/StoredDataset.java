package io.shelfwright.learning.dataset;

import io.shelfwright.api.ExperienceException;
import io.shelfwright.learning.dataset.DatasetManifest.ShardEntry;
import io.shelfwright.spi.FeatureSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** A dataset on disk, whose checksums are found right before its rows are given; immutable. */
public final class StoredDataset {
    private final Path directory;
    private final ShardFormat format;
    private final DatasetManifest manifest;
    private final DatasetColumns columns;

    private StoredDataset(Path directory, ShardFormat format, DatasetManifest manifest) {
        this.directory = directory;
        this.format = format;
        this.manifest = manifest;
        columns = new DatasetColumns(FeatureSchema.parse(manifest.features()), manifest.objectives());
    }

    /**
     * Opens a dataset.
     *
     * @throws ExperienceException if a file is missing, or not the one that was written
     */
    public static StoredDataset open(Path directory, ShardFormat format) {
        StoredDataset dataset = unverified(directory, format);
        dataset.manifest.shards().forEach(dataset::verify);
        return dataset;
    }

    /** Opens a dataset of which no file was verified yet: {@link #forEach(int, Consumer)} verifies the file that it reads. */
    static StoredDataset unverified(Path directory, ShardFormat format) {
        return new StoredDataset(directory, format, DatasetFiles.read(directory));
    }

    private void verify(ShardEntry shard) {
        Path file = directory.resolve(shard.file());
        try {
            if (!Files.exists(file) || Files.size(file) != shard.bytes()) {
                throw damaged(file, "its size is not " + shard.bytes());
            }
            if (!Checksums.sha256(file).equals(shard.sha256())) {
                throw damaged(file, "its checksum is not that of the manifest");
            }
        } catch (IOException e) {
            throw new ExperienceException(file + " cannot be read", e);
        }
    }

    private static ExperienceException damaged(Path file, String why) {
        return new ExperienceException(file + " is not the file that was written: " + why
                + "; make the dataset anew with 'shelfwright datasets make'");
    }

    /** Returns its version. */
    public String version() {
        return String.valueOf(directory.getFileName());
    }

    /** Returns what it is and how it came about. */
    public DatasetManifest manifest() {
        return manifest;
    }

    /** Returns the transform that its rows went through. */
    public FeatureSchema schema() {
        return columns.features();
    }

    /** Gives every row, shard by shard, without keeping any. */
    public void forEach(Consumer<DatasetRow> consumer) {
        manifest.shards().forEach(shard -> read(shard, consumer));
    }

    /**
     * Verifies one file and gives its rows.
     *
     * @param shard its number, from 0 to below {@link #shards}
     * @throws ExperienceException if it is missing, or not the one that was written
     */
    public void forEach(int shard, Consumer<DatasetRow> consumer) {
        ShardEntry entry = manifest.shards().get(shard);
        verify(entry);
        read(entry, consumer);
    }

    /** Returns the number of its files. */
    public int shards() {
        return manifest.shards().size();
    }

    private void read(ShardEntry shard, Consumer<DatasetRow> consumer) {
        Path file = directory.resolve(shard.file());
        try {
            format.read(file, columns, consumer);
        } catch (IOException | RuntimeException e) {
            throw new ExperienceException(file + " cannot be read: " + e, e);
        }
    }

    /** Returns all rows in memory, in the order of their pages whatever the shards are, groups counted from 0. */
    public Dataset load() {
        List<PageRows> pages = new ArrayList<>();
        forEach(row -> {
            int last = pages.size() - 1;
            if (last < 0 || pages.get(last).page() != row.page()) {
                pages.add(new PageRows(row.page(), new ArrayList<>()));
                last++;
            }
            pages.get(last).rows().add(row);
        });
        pages.sort(PageRows.ORDER);
        List<DatasetRow> rows = new ArrayList<>();
        for (int group = 0; group < pages.size(); group++) {
            DatasetPage page = pages.get(group).page().withGroup(group);
            pages.get(group).rows().forEach(row -> rows.add(row.withPage(page)));
        }
        return new Dataset(columns.features(), columns.objectives(), rows);
    }
}
