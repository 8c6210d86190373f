package io.shelfwright.engine.snapshots;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shelfwright.api.SnapshotException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** The file {@code history.jsonl}: a line an event, added to only; a line that a crash cut off is passed over. */
final class SnapshotHistory {
    static final String FILE = "history.jsonl";
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;

    SnapshotHistory(Path directory) {
        file = directory.resolve(FILE);
    }

    void add(Instant at, String version, String event, String why) throws IOException {
        String line = JSON.writeValueAsString(JSON.createObjectNode()
                .put("at", at.toString())
                .put("version", version)
                .put("event", event)
                .put("why", why));
        // It begins with a line end, in case the line before was cut off.
        Files.write(
                file,
                ("\n" + line).getBytes(StandardCharsets.UTF_8),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND,
                StandardOpenOption.SYNC);
    }

    List<SnapshotEvent> read() {
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            List<SnapshotEvent> events = new ArrayList<>();
            for (String line : Files.readAllLines(file)) {
                SnapshotEvent event = line.isBlank() ? null : event(line);
                if (event != null) {
                    events.add(event);
                }
            }
            return List.copyOf(events);
        } catch (IOException e) {
            throw new SnapshotException("cannot read the history of the snapshots: " + e, e);
        }
    }

    private static @org.jspecify.annotations.Nullable SnapshotEvent event(String line) {
        try {
            JsonNode node = JSON.readTree(line);
            return new SnapshotEvent(
                    Instant.parse(node.path("at").asText()),
                    node.path("version").asText(),
                    node.path("event").asText(),
                    node.path("why").asText());
        } catch (JacksonException | DateTimeException e) {
            return null;
        }
    }
}
