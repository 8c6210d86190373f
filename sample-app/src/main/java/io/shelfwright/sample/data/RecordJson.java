package io.shelfwright.sample.data;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shelfwright.api.Explicitness;
import io.shelfwright.api.Item;
import io.shelfwright.api.ItemKind;
import io.shelfwright.api.UserProfile;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Items and profiles as JSON, one object a line; what is unknown or the default is left out. */
final class RecordJson {
    static final ObjectMapper MAPPER = new ObjectMapper();

    private RecordJson() {}

    static void write(JsonGenerator out, Item item) throws IOException {
        out.writeStartObject();
        out.writeStringField("id", item.id());
        out.writeStringField("kind", item.kind().name());
        out.writeStringField("title", item.title());
        strings(out, "artists", item.artistIds());
        strings(out, "genres", item.genres());
        string(out, "language", item.language());
        string(out, "publisher", item.publisher());
        strings(out, "markets", new TreeSet<>(item.markets()));
        out.writeStringField("explicitness", item.explicitness().name());
        out.writeNumberField("minimumAge", item.minimumAge());
        if (item.releasedAt() != null) {
            out.writeStringField("releasedAt", item.releasedAt().toString());
        }
        if (!Double.isNaN(item.basePopularity())) {
            out.writeNumberField("popularity", item.basePopularity());
        }
        string(out, "description", item.description());
        out.writeEndObject();
    }

    static Item item(String line) throws JsonProcessingException {
        JsonNode json = MAPPER.readTree(line);
        return Item.builder(needed(json, "id"), new ItemKind(needed(json, "kind")), needed(json, "title"))
                .artists(list(json, "artists"))
                .genres(list(json, "genres"))
                .language(json.path("language").asText(""))
                .publisher(json.path("publisher").asText(""))
                .markets(Set.copyOf(list(json, "markets")))
                .explicitness(Explicitness.valueOf(needed(json, "explicitness")))
                .minimumAge(json.path("minimumAge").asInt(-1))
                .releasedAt(instant(json, "releasedAt"))
                .basePopularity(json.path("popularity").asDouble(Double.NaN))
                .description(json.path("description").asText(""))
                .build();
    }

    static void write(JsonGenerator out, UserProfile profile) throws IOException {
        out.writeStartObject();
        out.writeStringField("user", profile.userId());
        string(out, "market", profile.market());
        string(out, "language", profile.language());
        out.writeNumberField("age", profile.age());
        out.writeBooleanField("explicitAllowed", profile.explicitAllowed());
        string(out, "tier", profile.tier());
        if (profile.joinedAt() != null) {
            out.writeStringField("joinedAt", profile.joinedAt().toString());
        }
        out.writeEndObject();
    }

    static UserProfile profile(String line) throws JsonProcessingException {
        JsonNode json = MAPPER.readTree(line);
        return new UserProfile(
                needed(json, "user"),
                json.path("market").asText(""),
                json.path("language").asText(""),
                json.path("age").asInt(-1),
                json.path("explicitAllowed").asBoolean(false),
                json.path("tier").asText(""),
                instant(json, "joinedAt"));
    }

    private static void string(JsonGenerator out, String name, String value) throws IOException {
        if (!value.isEmpty()) {
            out.writeStringField(name, value);
        }
    }

    private static void strings(JsonGenerator out, String name, Collection<String> values) throws IOException {
        if (!values.isEmpty()) {
            out.writeArrayFieldStart(name);
            for (String value : values) {
                out.writeString(value);
            }
            out.writeEndArray();
        }
    }

    private static String needed(JsonNode json, String name) {
        JsonNode value = json.get(name);
        if (value == null || !value.isTextual()) {
            throw new IllegalArgumentException("the text field '" + name + "' is missing");
        }
        return value.asText();
    }

    private static List<String> list(JsonNode json, String name) {
        List<String> values = new ArrayList<>();
        json.path(name).forEach(value -> values.add(value.asText()));
        return values;
    }

    private static @Nullable Instant instant(JsonNode json, String name) {
        JsonNode value = json.get(name);
        return value == null ? null : Instant.parse(value.asText());
    }
}
