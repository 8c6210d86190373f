package io.shelfwright.learning.alerts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shelfwright.learning.validation.schema.Severity;
import io.shelfwright.learning.validation.table.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The file that remembers alerts between runs: a JSON object, replaced as a whole. */
final class AlertState {
    private final Path file;

    AlertState(Path file) {
        this.file = file;
    }

    /**
     * Returns what is remembered, by id.
     *
     * @throws IOException if the file cannot be read or is none of these
     */
    Map<String, AlertEntry> read() throws IOException {
        Map<String, AlertEntry> entries = new TreeMap<>();
        if (!Files.exists(file)) {
            return entries;
        }
        try {
            for (JsonNode node : AlertJson.JSON.readTree(file.toFile()).path("alerts")) {
                AlertEntry entry = entry(node);
                entries.put(entry.id(), entry);
            }
        } catch (RuntimeException e) {
            throw new IOException("it is damaged: " + e.getMessage(), e);
        }
        return entries;
    }

    void write(Map<String, AlertEntry> entries) {
        ObjectNode root = AlertJson.JSON.createObjectNode();
        ArrayNode array = root.putArray("alerts");
        entries.values().forEach(entry -> array.add(node(entry)));
        AtomicFile.write(file, root.toPrettyString() + "\n");
    }

    private static ObjectNode node(AlertEntry entry) {
        Signal signal = entry.signal();
        ObjectNode node = AlertJson.JSON
                .createObjectNode()
                .put("source", entry.source())
                .put("check", signal.check())
                .put("severity", AlertJson.word(signal.severity()))
                .put("feature", signal.feature())
                .put("slice", signal.slice())
                .put("comparison", signal.comparison())
                .put("message", signal.message())
                .put("firstSeen", entry.firstSeen().toString())
                .put("badRuns", entry.badRuns())
                .put("goodRuns", entry.goodRuns())
                .put("on", entry.on())
                .put("latest", AlertJson.word(entry.latest()));
        entry.owed().forEach(node.putArray("owed")::add);
        return node;
    }

    private static AlertEntry entry(JsonNode node) {
        Set<String> owed = new TreeSet<>();
        node.path("owed").forEach(sink -> owed.add(sink.asText()));
        Signal signal = new Signal(
                node.required("check").asText(),
                Severity.valueOf(constant(node, "severity")),
                node.required("feature").asText(),
                node.required("slice").asText(),
                node.required("comparison").asText(),
                node.required("message").asText());
        return new AlertEntry(
                node.required("source").asText(),
                signal,
                Instant.parse(node.required("firstSeen").asText()),
                node.required("badRuns").asInt(),
                node.required("goodRuns").asInt(),
                node.required("on").asBoolean(),
                AlertStatus.valueOf(constant(node, "latest")),
                owed);
    }

    private static String constant(JsonNode node, String field) {
        return node.required(field).asText().toUpperCase(Locale.ROOT);
    }
}
