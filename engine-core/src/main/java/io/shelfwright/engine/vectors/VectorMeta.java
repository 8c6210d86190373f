package io.shelfwright.engine.vectors;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The file {@code meta.json} of a space in a snapshot.
 *
 * @param space what was trained
 * @param version differs where any vector does
 * @param items number of items of the catalog
 * @param content items whose vector comes from their content
 * @param learned items whose vector was learned
 * @param itemOrder fingerprint of the catalog's ids
 */
record VectorMeta(VectorSpace space, String version, int items, int content, int learned, String itemOrder) {
    static final String FILE = "meta.json";
    private static final int FORMAT = 1;
    private static final ObjectMapper JSON = new ObjectMapper();

    void write(Path directory) throws IOException {
        ObjectNode node = JSON.createObjectNode();
        node.put("format", FORMAT)
                .put("space", space.name())
                .put("version", version)
                .put("dimension", space.dimension())
                .put("items", items)
                .put("learned", learned)
                .put("content", content)
                .put("algorithm", space.algorithm())
                .put("seed", space.seed())
                .put("itemOrder", itemOrder);
        ObjectNode training = node.putObject("training");
        space.training().forEach(training::put);
        space.foldIn().ifPresent(foldIn -> node.putObject("foldIn")
                .put("a0", foldIn.a0())
                .put("regularisation", foldIn.regularisation())
                .put("nu", foldIn.nu())
                .put("trainedItems", foldIn.trainedItems())
                .put("countWeight", foldIn.countWeight()));
        JSON.writerWithDefaultPrettyPrinter().writeValue(directory.resolve(FILE).toFile(), node);
    }

    static VectorMeta read(Path directory) throws IOException {
        JsonNode node = JSON.readTree(directory.resolve(FILE).toFile());
        int format = node.required("format").asInt();
        if (format != FORMAT) {
            throw new IOException("its format is " + format + ", this version reads format " + FORMAT);
        }
        Map<String, Long> training = new TreeMap<>();
        node.required("training")
                .properties()
                .forEach(count -> training.put(count.getKey(), count.getValue().asLong()));
        VectorSpace space = new VectorSpace(
                node.required("space").asText(),
                node.required("dimension").asInt(),
                node.required("algorithm").asText(),
                node.required("seed").asLong(),
                training,
                Optional.ofNullable(node.get("foldIn")).map(VectorMeta::foldIn));
        return new VectorMeta(
                space,
                node.required("version").asText(),
                node.required("items").asInt(),
                node.required("content").asInt(),
                node.required("learned").asInt(),
                node.required("itemOrder").asText());
    }

    private static FoldIn foldIn(JsonNode node) {
        return new FoldIn(
                node.required("a0").asDouble(),
                node.required("regularisation").asDouble(),
                node.required("nu").asDouble(),
                node.required("trainedItems").asInt(),
                node.required("countWeight").asDouble());
    }
}
