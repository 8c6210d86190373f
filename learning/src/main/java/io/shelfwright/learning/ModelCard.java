package io.shelfwright.learning;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.shelfwright.learning.report.ReportSection;
import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes what a model is and how well it did beside its files, so that a snapshot tells its own story. */
final class ModelCard {
    static final String FILE = "model-card.json";

    private ModelCard() {}

    static void write(LearningRequest request, String baseSnapshot, List<ReportSection> sections, Path directory)
            throws IOException {
        Map<String, Object> card = new LinkedHashMap<>();
        card.put("ranker", request.ranker());
        card.put("factory", request.factory());
        card.put("seed", request.seed());
        card.put("baseSnapshot", baseSnapshot);
        Map<String, Object> rules = new LinkedHashMap<>();
        rules.put("dataset", request.rules().dataset().toString());
        rules.put("training", request.rules().training().toString());
        card.put("rules", rules);
        sections.forEach(section -> card.put(section.name(), section.facts()));
        card.put(
                "limits",
                List.of(
                        "Learned from cards that were shown: what was never shown is judged by its features alone.",
                        "Measured on logged pages of other listeners, not on pages this model would have built.",
                        "No slices and no intervals: small differences between rankers mean nothing."));
        new ObjectMapper()
                .writerWithDefaultPrettyPrinter()
                .writeValue(directory.resolve(FILE).toFile(), card);
    }
}
