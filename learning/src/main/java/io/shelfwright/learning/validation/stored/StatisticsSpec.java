package io.shelfwright.learning.validation.stored;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shelfwright.api.BadRequestException;
import io.shelfwright.learning.validation.schema.SchemaFile;
import io.shelfwright.learning.validation.statistics.StatisticsOptions;
import io.shelfwright.learning.validation.statistics.StatisticsPlan;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Of which dataset to make statistics, in words that another process or machine understands.
 *
 * @param datasets directory of the datasets
 * @param version of the dataset
 * @param schema the data schema as text: slices, keys and categories are read as it says
 */
public record StatisticsSpec(
        @JsonProperty("datasets") String datasets,
        @JsonProperty("version") String version,
        @JsonProperty("schema") String schema)
        implements Serializable {
    private static final ObjectMapper JSON = new ObjectMapper();

    /** Exactness of all statistics of datasets. */
    public static final StatisticsOptions OPTIONS = StatisticsOptions.DEFAULT;

    /** Writes a file. */
    public void write(Path file) throws IOException {
        JSON.writeValue(file.toFile(), this);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws BadRequestException if it cannot be read
     */
    public static StatisticsSpec read(Path file) {
        try {
            return JSON.readValue(Files.readAllBytes(file), StatisticsSpec.class);
        } catch (IOException e) {
            throw new BadRequestException(
                    file + " is no description of statistics (" + e.getMessage()
                            + "); 'shelfwright datasets statistics --engine beam' writes one",
                    e);
        }
    }

    StatisticsPlan plan() {
        return SchemaFile.parse(schema).plan(OPTIONS);
    }
}
