package io.shelfwright.learning.dataset;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shelfwright.api.BadRequestException;
import io.shelfwright.engine.plugins.PluginRegistry;
import io.shelfwright.spi.FeatureSchema;
import io.shelfwright.spi.LabelPolicy;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.function.Consumer;

/**
 * What dataset to make, in words that another process or machine understands.
 *
 * @param experience directory of the experience log
 * @param datasets directory of the datasets
 * @param features transform, as {@link FeatureSchema#toText} says it
 * @param labels factory of the label policy
 * @param labelSettings its settings, one {@code key=value} a line
 * @param attribution windows as {@link Attribution#parse} reads them
 * @param negativeShare share of the cards without reaction that is kept
 * @param seed of that draw
 * @param shards files of the dataset
 * @param created ISO 8601 time that the dataset is said to be of
 */
public record DatasetSpec(
        @JsonProperty("experience") String experience,
        @JsonProperty("datasets") String datasets,
        @JsonProperty("features") String features,
        @JsonProperty("labels") String labels,
        @JsonProperty("labelSettings") String labelSettings,
        @JsonProperty("attribution") List<String> attribution,
        @JsonProperty("negativeShare") double negativeShare,
        @JsonProperty("seed") long seed,
        @JsonProperty("shards") int shards,
        @JsonProperty("created") String created)
        implements Serializable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Writes a file. */
    public void write(Path file) throws IOException {
        JSON.writeValue(file.toFile(), this);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws BadRequestException if it cannot be read
     */
    public static DatasetSpec read(Path file) {
        try {
            return JSON.readValue(Files.readAllBytes(file), DatasetSpec.class);
        } catch (IOException e) {
            throw new BadRequestException(
                    file + " is no description of a dataset (" + e.getMessage()
                            + "); 'shelfwright datasets make --engine beam' writes one",
                    e);
        }
    }

    /** Returns the request, its label policy made of plugins. */
    public DatasetRequest request(PluginRegistry plugins, int threads, Consumer<String> progress) {
        LabelPolicy policy = LabelPolicies.make(plugins, labels, labelSettings);
        try {
            return new DatasetRequest(
                    Path.of(experience),
                    FeatureSchema.parse(features),
                    policy,
                    labels + (labelSettings.isBlank() ? "" : ": " + labelSettings.replace('\n', ',')),
                    Attribution.parse(attribution),
                    new Sampling(negativeShare, seed),
                    shards,
                    threads,
                    Instant.parse(created),
                    progress);
        } catch (IllegalArgumentException e) {
            throw new BadRequestException("the dataset cannot be made so: " + e.getMessage(), e);
        }
    }
}
