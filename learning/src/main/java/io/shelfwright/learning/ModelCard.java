package io.shelfwright.learning;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.shelfwright.learning.report.ReportSection;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes what a model is and how well it did beside its files, so that a snapshot tells its own story. */
final class ModelCard {
    static final String FILE = "model-card.json";
    static final String TEXT = "model-card.md";

    private ModelCard() {}

    static void write(LearningRequest request, String baseSnapshot, List<ReportSection> sections, Path directory)
            throws IOException {
        Map<String, Object> card = new LinkedHashMap<>();
        card.put("ranker", request.ranker());
        card.put("factory", request.factory());
        card.put("seed", request.seed());
        card.put("splitSeed", request.rules().training().splitSeed());
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
                        "Slices below the least number of rows, and what the log does not say of listeners, are not judged.",
                        "Judged once: of many models that gain nothing, about one in twenty passes the gate by luck."));
        card.put(
                "intendedUse",
                List.of(
                        "Orders candidate cards of a home page under the feature transform named here; its calibrated"
                                + " probabilities are comparable across shelves.",
                        "Not meant for other surfaces, other feature transforms, or as a statement about a person."));
        card.put("lineage", lineage(request, baseSnapshot, sections));
        ObjectMapper json = new ObjectMapper();
        json.writerWithDefaultPrettyPrinter().writeValue(directory.resolve(FILE).toFile(), card);
        Files.writeString(directory.resolve(TEXT), ModelCardText.of(json.valueToTree(card)));
    }

    /** What the model came from, so that it can be made again. */
    private static Map<String, Object> lineage(
            LearningRequest request, String baseSnapshot, List<ReportSection> sections) {
        Map<String, Object> lineage = new LinkedHashMap<>();
        lineage.put("ranker", request.ranker());
        lineage.put("factory", request.factory());
        lineage.put("seed", request.seed());
        lineage.put("baseSnapshot", baseSnapshot);
        for (ReportSection section : sections) {
            for (String fact : List.of("schemaFingerprint", "firstPage", "lastPage")) {
                if (section.facts().containsKey(fact)) {
                    lineage.put(fact, section.facts().get(fact));
                }
            }
        }
        String version = ModelCard.class.getPackage().getImplementationVersion();
        lineage.put("codeVersion", version == null ? "not packaged" : version);
        return lineage;
    }
}
