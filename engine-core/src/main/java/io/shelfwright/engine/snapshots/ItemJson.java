package io.shelfwright.engine.snapshots;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shelfwright.api.Explicitness;
import io.shelfwright.api.Item;
import io.shelfwright.api.ItemKind;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

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
        try (JsonParser json = JSON.createParser(line)) {
            if (json.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("not an item: not an object");
            }
            Fields fields = new Fields();
            for (String name = json.nextFieldName(); name != null; name = json.nextFieldName()) {
                json.nextToken();
                fields.read(name, json);
            }
            return fields.item();
        } catch (IOException | java.time.DateTimeException e) {
            throw new IllegalArgumentException("not an item: " + e.getMessage(), e);
        }
    }

    /** The fields of one line as they come. */
    private static final class Fields {
        private @Nullable String id;
        private @Nullable String kind;
        private @Nullable String title;
        private List<String> artists = List.of();
        private List<String> genres = List.of();
        private List<String> markets = List.of();
        private String language = "";
        private String publisher = "";
        private String description = "";
        private String explicitness = Explicitness.UNKNOWN.name();
        private int minimumAge = -1;
        private @Nullable Instant releasedAt;
        private double basePopularity = Double.NaN;

        void read(String name, JsonParser json) throws IOException {
            switch (name) {
                case "id" -> id = json.getText();
                case "kind" -> kind = json.getText();
                case "title" -> title = json.getText();
                case "artists" -> artists = strings(json);
                case "genres" -> genres = strings(json);
                case "markets" -> markets = strings(json);
                case "language" -> language = json.getText();
                case "publisher" -> publisher = json.getText();
                case "description" -> description = json.getText();
                case "explicitness" -> explicitness = json.getText();
                case "minimumAge" -> minimumAge = json.getIntValue();
                case "releasedAt" -> releasedAt = Instant.parse(json.getText());
                case "basePopularity" -> basePopularity = json.getDoubleValue();
                default -> json.skipChildren();
            }
        }

        Item item() {
            return new Item(
                    needed("id", id),
                    new ItemKind(needed("kind", kind).intern()),
                    needed("title", title),
                    artists,
                    genres,
                    language,
                    publisher,
                    new HashSet<>(markets),
                    Explicitness.valueOf(explicitness),
                    minimumAge,
                    releasedAt,
                    basePopularity,
                    description);
        }

        private static String needed(String name, @Nullable String value) {
            if (value == null) {
                throw new IllegalArgumentException("not an item: it has no " + name);
            }
            return value;
        }

        private static List<String> strings(JsonParser json) throws IOException {
            if (json.currentToken() != JsonToken.START_ARRAY) {
                throw new IllegalArgumentException("not an item: " + json.currentName() + " is not a list");
            }
            List<String> strings = new ArrayList<>();
            while (json.nextToken() != JsonToken.END_ARRAY) {
                strings.add(json.getText());
            }
            return strings;
        }
    }
}
