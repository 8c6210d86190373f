package io.shelfwright.learning.watch;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shelfwright.api.SnapshotException;
import io.shelfwright.spi.FeatureMatrix;
import io.shelfwright.spi.FeatureSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a model was trained on and what it predicted there, to hold live pages against; kept beside the model, in {@value #FILE}.
 * Immutable.
 *
 * @param schema fingerprint of the feature transform
 * @param features the training rows, a column each
 * @param prediction calibrated probabilities of the main objective on rows that were kept apart
 */
public record ReferenceStatistics(String schema, List<ReferenceColumn> features, ReferenceColumn prediction) {
    /** Name of the file in a model's directory. */
    public static final String FILE = "reference.json";

    private static final ObjectMapper JSON = new ObjectMapper();

    public ReferenceStatistics {
        features = List.copyOf(features);
    }

    /**
     * Summarises training rows and predictions.
     *
     * @param predictions probabilities, of other rows perhaps
     */
    public static ReferenceStatistics of(FeatureMatrix rows, double[] predictions) {
        FeatureSchema schema = rows.schema();
        List<ReferenceColumn> columns = new ArrayList<>();
        for (int column = 0; column < rows.columns(); column++) {
            double[] values = new double[rows.rows()];
            for (int row = 0; row < values.length; row++) {
                values[row] = rows.get(row, column);
            }
            columns.add(ReferenceColumn.of(schema.features().get(column).name(), values));
        }
        return new ReferenceStatistics(schema.fingerprint(), columns, ReferenceColumn.of("prediction", predictions));
    }

    /** Writes it into a model's directory. */
    public void write(Path modelDirectory) throws IOException {
        ObjectNode node = JSON.createObjectNode().put("format", 1).put("schema", schema);
        ArrayNode columns = node.putArray("features");
        features.forEach(column -> columns.add(json(column)));
        node.set("prediction", json(prediction));
        JSON.writeValue(modelDirectory.resolve(FILE).toFile(), node);
    }

    /**
     * Reads that of a model, empty where it has none.
     *
     * @throws SnapshotException if the file is damaged
     */
    public static Optional<ReferenceStatistics> read(Path modelDirectory) {
        Path file = modelDirectory.resolve(FILE);
        if (!Files.exists(file)) {
            return Optional.empty();
        }
        try {
            JsonNode node = JSON.readTree(file.toFile());
            List<ReferenceColumn> columns = new ArrayList<>();
            for (JsonNode column : node.required("features")) {
                columns.add(column(column));
            }
            return Optional.of(new ReferenceStatistics(
                    node.required("schema").asText(), columns, column(node.required("prediction"))));
        } catch (IOException | IllegalArgumentException e) {
            throw new SnapshotException(
                    "the reference statistics of model " + modelDirectory.getFileName() + " are damaged: "
                            + e.getMessage(),
                    e);
        }
    }

    private static ObjectNode json(ReferenceColumn column) {
        ObjectNode node = JSON.createObjectNode().put("name", column.name()).put("missing", column.missing());
        ArrayNode edges = node.putArray("edges");
        for (double edge : column.edges()) {
            edges.add(edge);
        }
        ArrayNode counts = node.putArray("counts");
        for (double count : column.counts()) {
            counts.add(count);
        }
        return node;
    }

    private static ReferenceColumn column(JsonNode node) {
        return new ReferenceColumn(
                node.required("name").asText(),
                numbers(node.required("edges")),
                numbers(node.required("counts")),
                node.required("missing").asDouble());
    }

    private static double[] numbers(JsonNode array) {
        double[] numbers = new double[array.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = array.get(i).asDouble();
        }
        return numbers;
    }
}
