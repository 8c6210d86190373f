package io.shelfwright.sample.data;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shelfwright.sample.data.ImportReport.BadRowGroup;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** The report of an import as JSON; holds neither the wall clock nor the input's folder, so that a repeat has the same bytes. */
final class ReportJson {
    private ReportJson() {}

    static String text(ImportReport report) throws JsonProcessingException {
        ObjectNode json = RecordJson.MAPPER.createObjectNode();
        json.put("kind", report.kind());
        json.put("referenceTime", report.referenceTime().toString());
        ObjectNode counts = json.putObject("counts");
        report.counts().forEach(counts::put);
        ArrayNode groups = json.putArray("badRows");
        for (BadRowGroup group : report.badRows()) {
            ObjectNode entry = groups.addObject();
            entry.put("reason", group.reason());
            entry.put("count", group.count());
            group.examples().forEach(entry.putArray("examples")::add);
        }
        report.notes().forEach(json.putArray("notes")::add);
        return RecordJson.MAPPER.writerWithDefaultPrettyPrinter().writeValueAsString(json) + "\n";
    }

    static ImportReport parse(String text) throws JsonProcessingException {
        JsonNode json = RecordJson.MAPPER.readTree(text);
        TreeMap<String, Long> counts = new TreeMap<>();
        json.path("counts")
                .properties()
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue().asLong()));
        List<BadRowGroup> groups = new ArrayList<>();
        for (JsonNode entry : json.path("badRows")) {
            groups.add(new BadRowGroup(
                    entry.path("reason").asText(), entry.path("count").asLong(), texts(entry.path("examples"))));
        }
        return new ImportReport(
                json.path("kind").asText(),
                Instant.parse(json.path("referenceTime").asText()),
                counts,
                groups,
                texts(json.path("notes")));
    }

    private static List<String> texts(JsonNode array) {
        List<String> texts = new ArrayList<>();
        array.forEach(entry -> texts.add(entry.asText()));
        return texts;
    }
}
