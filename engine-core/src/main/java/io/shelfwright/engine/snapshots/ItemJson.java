package io.shelfwright.engine.snapshots;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shelfwright.api.Explicitness;
import io.shelfwright.api.Item;
import io.shelfwright.api.ItemKind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;

/** An item as one line of JSON. */
public final class ItemJson {
    private static final ObjectMapper JSON = new ObjectMapper();

    private ItemJson() {}

    public static String write(Item item) {
        ObjectNode node = JSON.createObjectNode();
        node.put("id", item.id()).put("kind", item.kind().name()).put("title", item.title());
        item.artistIds().forEach(node.putArray("artists")::add);
        item.genres().forEach(node.putArray("genres")::add);
        node.put("language", item.language()).put("publisher", item.publisher());
        new TreeSet<>(item.markets()).forEach(node.putArray("markets")::add);
        node.put("explicitness", item.explicitness().name()).put("minimumAge", item.minimumAge());
        Instant releasedAt = item.releasedAt();
        if (releasedAt != null) {
            node.put("releasedAt", releasedAt.toString());
        }
        if (!Double.isNaN(item.basePopularity())) {
            node.put("basePopularity", item.basePopularity());
        }
        return node.put("description", item.description()).toString();
    }

    /**
     * Reads what {@link #write} wrote.
     *
     * @throws IllegalArgumentException if the line is not an item
     */
    public static Item read(String line) {
        try {
            JsonNode node = JSON.readTree(line);
            return new Item(
                    node.required("id").asText(),
                    new ItemKind(node.required("kind").asText()),
                    node.required("title").asText(),
                    strings(node.path("artists")),
                    strings(node.path("genres")),
                    node.path("language").asText(),
                    node.path("publisher").asText(),
                    new HashSet<>(strings(node.path("markets"))),
                    Explicitness.valueOf(node.path("explicitness").asText("UNKNOWN")),
                    node.path("minimumAge").asInt(-1),
                    node.has("releasedAt")
                            ? Instant.parse(node.get("releasedAt").asText())
                            : null,
                    node.path("basePopularity").asDouble(Double.NaN),
                    node.path("description").asText());
        } catch (JsonProcessingException | java.time.DateTimeException e) {
            throw new IllegalArgumentException("not an item: " + e.getMessage(), e);
        }
    }

    private static List<String> strings(JsonNode array) {
        List<String> strings = new ArrayList<>();
        array.forEach(element -> strings.add(element.asText()));
        return strings;
    }
}
