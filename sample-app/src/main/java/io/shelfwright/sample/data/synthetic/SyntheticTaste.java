package io.shelfwright.sample.data.synthetic;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shelfwright.api.CatalogException;
import io.shelfwright.api.Item;
import io.shelfwright.sample.data.DataDirectory;
import io.shelfwright.sample.data.Draws;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.zip.CRC32;

/**
 * Knows what the listeners of the synthetic world truly like: for simulators and oracles, never for the engine.
 *
 * <p>Immutable and thread-safe. Kept apart from the catalog in {@code sources/synthetic/}{@value #FILE}.
 */
public final class SyntheticTaste {
    static final String FILE = "taste.json";

    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final double ARTIST_DEVIATION = 0.45;

    private final long seed;
    private final SortedMap<String, SortedMap<String, Double>> tastes;

    SyntheticTaste(long seed, SortedMap<String, SortedMap<String, Double>> tastes) {
        this.seed = seed;
        this.tastes = Collections.unmodifiableSortedMap(tastes);
    }

    /**
     * Reads the tastes from a data directory that holds the synthetic world.
     *
     * @throws CatalogException if it does not, or they cannot be read
     */
    public static SyntheticTaste read(DataDirectory data) {
        Path file = data.source(SyntheticWorld.KIND).resolve(FILE);
        try {
            JsonNode json = MAPPER.readTree(Files.readString(file));
            SortedMap<String, SortedMap<String, Double>> tastes = new TreeMap<>();
            for (Map.Entry<String, JsonNode> listener : json.path("tastes").properties()) {
                SortedMap<String, Double> taste = new TreeMap<>();
                listener.getValue()
                        .properties()
                        .forEach(genre ->
                                taste.put(genre.getKey(), genre.getValue().asDouble()));
                tastes.put(listener.getKey(), taste);
            }
            return new SyntheticTaste(json.path("seed").asLong(), tastes);
        } catch (IOException e) {
            throw new CatalogException(
                    file + " cannot be read: " + e + "; it is there only where the synthetic world was written", e);
        }
    }

    /** Returns the ids of the listeners in ascending order. */
    public Iterable<String> listeners() {
        return tastes.keySet();
    }

    /**
     * Returns how much a listener likes an item, 0..1; 0 for an unknown listener.
     *
     * <p>The listener's weights of the item's genres (the first counts 1, the next 1/2, 1/3, ...), times the exponential of a
     * normal draw for listener and first artist (or item, where it has no artist) with deviation 0.45, at most 1.
     */
    public double affinity(String userId, Item item) {
        SortedMap<String, Double> taste = tastes.get(userId);
        if (taste == null || item.genres().isEmpty()) {
            return 0;
        }
        double sum = 0;
        double weights = 0;
        for (int i = 0; i < item.genres().size(); i++) {
            sum += taste.getOrDefault(item.genres().get(i), 0.0) / (i + 1);
            weights += 1.0 / (i + 1);
        }
        String subject =
                item.artistIds().isEmpty() ? item.id() : item.artistIds().get(0);
        double personal = new Draws(seed, number(userId), number(subject)).gauss();
        return Math.min(1, sum / weights * StrictMath.exp(ARTIST_DEVIATION * personal));
    }

    String text() throws JsonProcessingException {
        ObjectNode json = MAPPER.createObjectNode();
        json.put("note", "Synthetic: the true tastes of invented listeners. Not for the engine.");
        json.put("seed", seed);
        ObjectNode users = json.putObject("tastes");
        tastes.forEach((user, taste) -> {
            ObjectNode entry = users.putObject(user);
            taste.forEach(entry::put);
        });
        return MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
    }

    private static long number(String text) {
        CRC32 crc = new CRC32();
        crc.update(text.getBytes(StandardCharsets.UTF_8));
        return crc.getValue();
    }
}
