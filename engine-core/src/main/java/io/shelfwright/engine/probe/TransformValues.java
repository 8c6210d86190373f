package io.shelfwright.engine.probe;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shelfwright.api.SnapshotException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * What a feature transform gave for the made-up world of {@link TransformProbe}; kept in {@value #FILE} of a snapshot and beside each
 * model. Immutable.
 *
 * @param world version of the made-up world; values of two worlds are not compared
 * @param features those that could be measured, in the order of their columns
 */
public record TransformValues(int world, List<Feature> features) {
    /** Name of the file in the directory of a snapshot and of a model. */
    public static final String FILE = "transform.json";

    /** Two Java runtimes may differ in the last bit of a logarithm; in a float that is one unit in the last place. */
    private static final int ULPS = 4;

    /** What is left of two numbers that cancel out. */
    private static final float NOTHING = 1e-9f;

    private static final ObjectMapper JSON = new ObjectMapper();

    /**
     * Values of one feature.
     *
     * @param name as declared
     * @param version as declared
     * @param values one a made-up candidate, NaN where missing
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by difference only
    public record Feature(String name, int version, float[] values) {}

    public TransformValues {
        features = List.copyOf(features);
    }

    /**
     * Returns a sentence for each feature of the same name and version whose values are others, empty where none are.
     *
     * @param now what was measured later
     */
    public List<String> differences(TransformValues now) {
        List<String> differences = new ArrayList<>();
        if (world != now.world) {
            return differences;
        }
        Map<String, Feature> running = new HashMap<>();
        now.features.forEach(feature -> running.put(feature.name(), feature));
        for (Feature then : features) {
            Feature today = running.get(then.name());
            if (today != null && today.version() == then.version()) {
                difference(then, today).ifPresent(differences::add);
            }
        }
        return differences;
    }

    private static Optional<String> difference(Feature then, Feature today) {
        if (then.values().length != today.values().length) {
            return Optional.of(then.name() + " (version " + then.version() + ") was probed with " + then.values().length
                    + " candidates and now with " + today.values().length);
        }
        int others = 0;
        int example = 0;
        for (int i = then.values().length - 1; i >= 0; i--) {
            if (!same(then.values()[i], today.values()[i])) {
                others++;
                example = i;
            }
        }
        return others == 0
                ? Optional.empty()
                : Optional.of(String.format(
                        Locale.ROOT,
                        "%s (version %d) gives other values for %d of %d candidates of the probe, such as %s where it gave %s",
                        then.name(),
                        then.version(),
                        others,
                        then.values().length,
                        today.values()[example],
                        then.values()[example]));
    }

    private static boolean same(float then, float now) {
        return Float.compare(then, now) == 0
                || Math.abs(then - now) <= Math.max(NOTHING, ULPS * Math.max(Math.ulp(then), Math.ulp(now)));
    }

    /** Writes the file into a directory. */
    public void write(Path directory) throws IOException {
        ObjectNode node = JSON.createObjectNode().put("format", 1).put("world", world);
        ArrayNode array = node.putArray("features");
        for (Feature feature : features) {
            ByteBuffer bytes = ByteBuffer.allocate(Float.BYTES * feature.values().length);
            for (float value : feature.values()) {
                bytes.putFloat(value);
            }
            array.addObject()
                    .put("name", feature.name())
                    .put("version", feature.version())
                    .put("values", Base64.getEncoder().encodeToString(bytes.array()));
        }
        JSON.writeValue(directory.resolve(FILE).toFile(), node);
    }

    /**
     * Reads the file of a directory, empty where there is none.
     *
     * @throws SnapshotException if it is damaged
     */
    public static Optional<TransformValues> read(Path directory) {
        Path file = directory.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode node = JSON.readTree(file.toFile());
            List<Feature> features = new ArrayList<>();
            for (JsonNode feature : node.required("features")) {
                ByteBuffer bytes = ByteBuffer.wrap(
                        Base64.getDecoder().decode(feature.required("values").asText()));
                float[] values = new float[bytes.remaining() / Float.BYTES];
                bytes.asFloatBuffer().get(values);
                features.add(new Feature(
                        feature.required("name").asText(),
                        feature.required("version").asInt(),
                        values));
            }
            return Optional.of(new TransformValues(node.required("world").asInt(), features));
        } catch (IOException | IllegalArgumentException e) {
            throw new SnapshotException(file + " is damaged: " + e.getMessage(), e);
        }
    }
}
