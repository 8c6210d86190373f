package io.shelfwright.learning.dataset;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;

/**
 * What a dataset is and how it came about; the file {@code manifest.json} beside its shards.
 *
 * @param format version of this form
 * @param created ISO 8601 time
 * @param engine which executor made it
 * @param code version of the code that made it
 * @param firstPage ISO 8601 time of the first page
 * @param lastPage ISO 8601 time of the last page
 * @param pages pages with rows
 * @param users their users
 * @param rows all rows
 * @param exploredRows those among them that were drawn
 * @param positives rows with a label from 0.5, by objective
 * @param counts where pages, interactions and cards of the log went
 * @param attribution windows as {@link Attribution#words} says them
 * @param labels the label policy and its settings
 * @param objectives what is labelled, the main one first
 * @param negativeShare share of the cards without reaction that was kept
 * @param seed of that draw
 * @param fingerprint of the feature transform that all rows went through
 * @param features that transform, as {@link io.shelfwright.spi.FeatureSchema#toText} says it
 * @param log files of the experience log it was made from, with their sizes
 * @param shards its files
 */
public record DatasetManifest(
        @JsonProperty("format") int format,
        @JsonProperty("created") String created,
        @JsonProperty("engine") String engine,
        @JsonProperty("code") String code,
        @JsonProperty("firstPage") String firstPage,
        @JsonProperty("lastPage") String lastPage,
        @JsonProperty("pages") long pages,
        @JsonProperty("users") long users,
        @JsonProperty("rows") long rows,
        @JsonProperty("exploredRows") long exploredRows,
        @JsonProperty("positives") Map<String, Long> positives,
        @JsonProperty("counts") Map<String, Long> counts,
        @JsonProperty("attribution") List<String> attribution,
        @JsonProperty("labels") String labels,
        @JsonProperty("objectives") List<String> objectives,
        @JsonProperty("negativeShare") double negativeShare,
        @JsonProperty("seed") long seed,
        @JsonProperty("fingerprint") String fingerprint,
        @JsonProperty("features") String features,
        @JsonProperty("log") Map<String, Long> log,
        @JsonProperty("shards") List<ShardEntry> shards) {
    /** Version of the form written today. */
    public static final int FORMAT = 1;

    public DatasetManifest {
        attribution = List.copyOf(attribution);
        objectives = List.copyOf(objectives);
        shards = List.copyOf(shards);
    }

    /**
     * A file of the dataset.
     *
     * @param file its name
     * @param rows in it
     * @param bytes of it
     * @param sha256 of its bytes, hexadecimal
     */
    public record ShardEntry(
            @JsonProperty("file") String file,
            @JsonProperty("rows") long rows,
            @JsonProperty("bytes") long bytes,
            @JsonProperty("sha256") String sha256) {}
}
