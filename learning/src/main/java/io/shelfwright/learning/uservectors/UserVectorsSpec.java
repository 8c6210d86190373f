package io.shelfwright.learning.uservectors;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shelfwright.api.BadRequestException;
import java.io.IOException;
import java.io.Serializable;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Whose vectors to compute and from what, in words that another process or machine understands.
 *
 * @param snapshots directory of the snapshots
 * @param snapshot version whose item vectors are used
 * @param work where the histories lie, one file a shard, and finished parts are kept
 * @param shards how many shards of users there are, from 1 to 4096
 */
public record UserVectorsSpec(
        @JsonProperty("snapshots") String snapshots,
        @JsonProperty("snapshot") String snapshot,
        @JsonProperty("work") String work,
        @JsonProperty("shards") int shards)
        implements Serializable {
    private static final int MOST_SHARDS = 4096;
    private static final ObjectMapper JSON = new ObjectMapper();

    public UserVectorsSpec {
        if (shards < 1 || shards > MOST_SHARDS) {
            throw new BadRequestException("shards is " + shards + ", allowed is 1 to " + MOST_SHARDS);
        }
    }

    /** Writes a file. */
    public void write(Path file) throws IOException {
        JSON.writeValue(file.toFile(), this);
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws BadRequestException if it cannot be read
     */
    public static UserVectorsSpec read(Path file) {
        try {
            return JSON.readValue(Files.readAllBytes(file), UserVectorsSpec.class);
        } catch (IOException e) {
            throw new BadRequestException(
                    file + " is no description of users' vectors (" + e.getMessage()
                            + "); 'shelfwright vectors users --engine beam' writes one",
                    e);
        }
    }
}
