package io.shelfwright.learning.uservectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shelfwright.api.ExperienceException;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The taste vectors of many users as of one snapshot: {@code users.jsonl}, a line for each user with the version of the user's state and
 * the number of items each vector rests on (0 where there is none), and for each space {@code <space>.f32}, little-endian floats, a row
 * for each of those lines. Immutable.
 *
 * @param directory where they lie
 * @param snapshot version whose item vectors they belong to
 * @param users number of users
 * @param dimensions of each space
 * @param versions of the item vectors of each space
 */
public record UserVectors(
        Path directory, String snapshot, long users, Map<String, Integer> dimensions, Map<String, String> versions) {
    static final String META = "meta.json";
    static final String USERS = "users.jsonl";
    static final int FORMAT = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    static String values(String space) {
        return space + ".f32";
    }

    /** Takes the vector of one user. */
    @FunctionalInterface
    public interface Row {
        /**
         * Takes it.
         *
         * @param version of the user's state
         * @param items number of items it rests on, 0 where there is no vector
         * @param vector all zeros where there is none
         */
        void accept(String userId, long version, int items, float[] vector);
    }

    /**
     * Reads what is there.
     *
     * @throws ExperienceException if it is no directory of users' vectors, or of another form
     */
    public static UserVectors read(Path directory) {
        Path file = directory.resolve(META);
        try {
            JsonNode meta = JSON.readTree(Files.readAllBytes(file));
            if (meta.path("format").asInt() != FORMAT) {
                throw new ExperienceException(file + " is of the form " + meta.path("format") + ", this version reads "
                        + FORMAT + "; make it anew with 'shelfwright vectors users'");
            }
            Map<String, Integer> dimensions = new LinkedHashMap<>();
            Map<String, String> versions = new LinkedHashMap<>();
            for (JsonNode space : meta.path("spaces")) {
                dimensions.put(
                        space.path("space").asText(), space.path("dimension").asInt());
                versions.put(space.path("space").asText(), space.path("version").asText());
            }
            return new UserVectors(
                    directory,
                    meta.path("snapshot").asText(),
                    meta.path("users").asLong(),
                    dimensions,
                    versions);
        } catch (IOException e) {
            throw new ExperienceException(file + " cannot be read; 'shelfwright vectors users' makes it", e);
        }
    }

    /**
     * Gives every user's vector in a space.
     *
     * @throws ExperienceException if a file is damaged
     */
    public void forEach(String space, Row consumer) {
        Path file = directory.resolve(values(space));
        int dimension = dimensions.getOrDefault(space, 0);
        ByteBuffer row = ByteBuffer.allocate(Float.BYTES * dimension).order(ByteOrder.LITTLE_ENDIAN);
        try (BufferedReader lines = Files.newBufferedReader(directory.resolve(USERS));
                FileChannel values = FileChannel.open(file)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                row.clear();
                while (row.hasRemaining()) {
                    if (values.read(row) < 0) {
                        throw new IOException("it ends before the vector of " + line);
                    }
                }
                float[] vector = new float[dimension];
                row.flip().asFloatBuffer().get(vector);
                JsonNode user = JSON.readTree(line);
                consumer.accept(
                        user.path("user").asText(),
                        user.path("version").asLong(),
                        user.path("items").path(space).asInt(),
                        vector);
            }
        } catch (IOException e) {
            throw new ExperienceException(file + " cannot be read: " + e.getMessage(), e);
        }
    }
}
