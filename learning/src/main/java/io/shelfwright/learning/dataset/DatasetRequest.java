package io.shelfwright.learning.dataset;

import io.shelfwright.spi.FeatureSchema;
import io.shelfwright.spi.LabelPolicy;
import java.nio.file.Path;
import java.time.Instant;
import java.util.function.Consumer;

/**
 * What dataset to make, whichever executor makes it.
 *
 * @param experience directory of the experience log
 * @param schema of the running transform; pages of another are left out and counted
 * @param labels decides what a reaction means
 * @param labelsText the label policy and its settings in words
 * @param attribution how long after a page an interaction belongs to it
 * @param sampling which rows are kept
 * @param shards files of the dataset, from 1 to 4096; a user is in one only
 * @param threads threads of this machine, at least 1
 * @param created time that the dataset is said to be of
 * @param progress told what is being done, one line at a time
 */
public record DatasetRequest(
        Path experience,
        FeatureSchema schema,
        LabelPolicy labels,
        String labelsText,
        Attribution attribution,
        Sampling sampling,
        int shards,
        int threads,
        Instant created,
        Consumer<String> progress) {
    private static final int MOST_SHARDS = 4096;

    public DatasetRequest {
        if (shards < 1 || shards > MOST_SHARDS || threads < 1) {
            throw new IllegalArgumentException("shards is " + shards + " (allowed 1 to " + MOST_SHARDS
                    + "), threads is " + threads + " (allowed from 1)");
        }
    }

    /** Returns what the dataset's columns mean. */
    public DatasetColumns columns() {
        return new DatasetColumns(schema, labels.objectives());
    }
}
