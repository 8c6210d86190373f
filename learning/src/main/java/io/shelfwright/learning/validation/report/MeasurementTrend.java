package io.shelfwright.learning.validation.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.shelfwright.api.BadRequestException;
import io.shelfwright.learning.validation.table.AtomicFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Keeps every measurement of the latest runs of each source, a JSON object a run, and gives findings their trend. Not thread-safe; the
 * file is replaced as a whole.
 */
public final class MeasurementTrend {
    /** File in the directory {@code validation} beside the experience log. */
    public static final String FILE = "trend.jsonl";

    /** Fact of a finding: the distance in each kept run that measured it, oldest first, at least two. */
    public static final String FACT = "trend";

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Path file;
    private final int runs;

    /**
     * Makes a history.
     *
     * @param directory where the file is kept
     * @param runs how many of each source are kept; 0 for none
     */
    public MeasurementTrend(Path directory, int runs) {
        file = directory.resolve(FILE);
        this.runs = runs;
    }

    /**
     * Adds a run's measurements.
     *
     * @param source what ran, the same word each time
     * @return the report with the trend of each finding that is about a measurement; with a note, if the file cannot be read or written
     */
    public ValidationReport add(String source, Instant time, ValidationReport report) {
        if (runs == 0 || report.measurements().isEmpty()) {
            return report;
        }
        List<String> notes = new ArrayList<>(report.notes());
        List<String> lines = new ArrayList<>();
        List<JsonNode> own = new ArrayList<>();
        read(source, lines, own, notes);
        JsonNode latest = line(source, time, report);
        own.add(latest);
        List<JsonNode> kept = own.subList(Math.max(0, own.size() - runs), own.size());
        kept.forEach(run -> lines.add(run.toString()));
        try {
            AtomicFile.write(file, String.join("\n", lines) + "\n");
        } catch (BadRequestException e) {
            notes.add("the trend of measurements is not kept: " + e.getMessage());
        }
        Map<String, List<Double>> values = values(kept);
        List<Finding> findings = report.findings().stream()
                .map(finding -> withTrend(finding, values))
                .toList();
        return new ValidationReport(
                report.data(), report.environment(), report.facts(), findings, report.measurements(), notes);
    }

    /** Lines of other sources are kept as they are; one that is no JSON was damaged, and is left out. */
    private void read(String source, List<String> others, List<JsonNode> own, List<String> notes) {
        if (!Files.exists(file)) {
            return;
        }
        int damaged = 0;
        try {
            for (String line : Files.readAllLines(file)) {
                try {
                    JsonNode run = JSON.readTree(line);
                    if (run.path("source").asText().equals(source)) {
                        own.add(run);
                    } else {
                        others.add(line);
                    }
                } catch (JsonProcessingException e) {
                    damaged++;
                }
            }
        } catch (IOException e) {
            notes.add("the trend of measurements begins anew, since " + file + " cannot be read: " + e);
        }
        if (damaged > 0) {
            notes.add(file + " had " + damaged + " damaged lines, which are left out of the trend");
        }
    }

    private static ObjectNode line(String source, Instant time, ValidationReport report) {
        ObjectNode node = JSON.createObjectNode();
        node.put("time", time.toString());
        node.put("source", source);
        node.put("data", report.data());
        ArrayNode measurements = node.putArray("measurements");
        for (Measurement measured : report.measurements()) {
            if (Double.isFinite(measured.value())) {
                measurements
                        .addObject()
                        .put("comparison", measured.comparison())
                        .put("measure", measured.measure())
                        .put("feature", measured.feature())
                        .put("slice", measured.slice())
                        .put("value", measured.value())
                        .put("threshold", measured.threshold());
            }
        }
        return node;
    }

    private static Map<String, List<Double>> values(List<JsonNode> kept) {
        Map<String, List<Double>> values = new HashMap<>();
        for (JsonNode run : kept) {
            for (JsonNode measured : run.path("measurements")) {
                String key = key(
                        measured.path("comparison").asText(),
                        measured.path("measure").asText(),
                        measured.path("feature").asText(),
                        measured.path("slice").asText());
                values.computeIfAbsent(key, name -> new ArrayList<>())
                        .add(measured.path("value").asDouble());
            }
        }
        return values;
    }

    private static Finding withTrend(Finding finding, Map<String, List<Double>> values) {
        String measure = measure(finding.type());
        if (measure == null) {
            return finding;
        }
        List<Double> trend =
                values.getOrDefault(key(finding.comparison(), measure, finding.feature(), finding.slice()), List.of());
        return trend.size() < 2 ? finding : finding.with(FACT, trend);
    }

    private static @Nullable String measure(AnomalyType type) {
        return switch (type) {
            case COMPARATOR_L_INFTY_HIGH -> "l-infinity";
            case COMPARATOR_JENSEN_SHANNON_DIVERGENCE_HIGH -> "jensen-shannon";
            case COMPARATOR_NORMALIZED_ABSOLUTE_DIFFERENCE_HIGH -> "normalized-difference";
            case MISSING_SHARE_HIGH -> "missing-share";
            default -> null;
        };
    }

    private static String key(String comparison, String measure, String feature, String slice) {
        return comparison + "\n" + measure + "\n" + feature + "\n" + slice;
    }
}
