package io.shelfwright.learning;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes a model card for people, in Markdown. */
final class ModelCardText {
    private static final String CANDIDATE = "candidate";

    private final JsonNode card;
    private final StringBuilder text = new StringBuilder();

    private ModelCardText(JsonNode card) {
        this.card = card;
    }

    static String of(JsonNode card) {
        return new ModelCardText(card).write();
    }

    private String write() {
        text.append("# Model card: ").append(card.path("ranker").asText()).append("\n\n");
        list("Intended use", card.path("intendedUse"));
        facts("Lineage", card.path("lineage"));
        facts("Data", card.path("dataset"));
        facts("Join", card.path("join"));
        facts("Training", card.path("training"));
        metrics();
        slices();
        explored(card.path("offPolicy"));
        JsonNode gate = card.path("gate");
        if (!gate.isMissingNode()) {
            text.append("## Verdict: ")
                    .append(gate.path("verdict").asText())
                    .append(", against ")
                    .append(gate.path("baseline").asText())
                    .append("\n\n");
            gate.path("findings")
                    .forEach(finding ->
                            text.append("- ").append(finding.asText()).append('\n'));
            text.append('\n');
        }
        list("Limits", card.path("limits"));
        return text.toString();
    }

    /** What it would have earned in explored slots; the doubly robust estimate, and the difference that the gate goes by. */
    private void explored(JsonNode estimate) {
        if (estimate.isEmpty()) {
            return;
        }
        text.append("## Explored slots of logged pages\n\n");
        if (estimate.has("difference")) {
            text.append("| ").append(estimate.path("reward").asText()).append(" a page | |\n|---|---|\n");
            text.append("| as logged | ")
                    .append(measured(estimate.path("logged")))
                    .append(" |\n");
            text.append("| this model (DR) | ")
                    .append(measured(estimate.at("/changed/DR")))
                    .append(" |\n");
            text.append("| this model (SNDR) | ")
                    .append(measured(estimate.at("/changed/SNDR")))
                    .append(" |\n");
            text.append("| difference | ")
                    .append(measured(estimate.path("difference")))
                    .append(" |\n");
            text.append("| pages | ").append(estimate.path("pages").asText()).append(" |\n\n");
        }
        estimate.path("refused")
                .forEach(reason ->
                        text.append("- No verdict: ").append(reason.asText()).append('\n'));
        text.append(estimate.path("refused").isEmpty() ? "" : "\n");
    }

    private void list(String title, JsonNode items) {
        text.append("## ").append(title).append("\n\n");
        items.forEach(item -> text.append("- ").append(item.asText()).append('\n'));
        text.append('\n');
    }

    private void facts(String title, JsonNode facts) {
        if (facts.isEmpty()) {
            return;
        }
        text.append("## ").append(title).append("\n\n| what | |\n|---|---|\n");
        facts.properties().forEach(fact -> row(fact.getKey(), fact.getValue()));
        text.append('\n');
    }

    private void row(String name, JsonNode value) {
        text.append("| ").append(name).append(" | ");
        text.append(value.isValueNode() ? value.asText() : value.toString()).append(" |\n");
    }

    private void metrics() {
        card.at("/comparison/overall/objectives").properties().forEach(objective -> {
            JsonNode models = objective.getValue().path("models");
            List<String> baselines = new ArrayList<>();
            models.fieldNames().forEachRemaining(baselines::add);
            baselines.remove(CANDIDATE);
            text.append("## Measures: ").append(objective.getKey()).append("\n\n| measure | candidate |");
            baselines.forEach(
                    baseline -> text.append(" minus ").append(baseline).append(" |"));
            text.append("\n|---|---|").append("---|".repeat(baselines.size())).append('\n');
            models.path(CANDIDATE).properties().forEach(metric -> {
                text.append("| ").append(metric.getKey()).append(" | ");
                text.append(measured(metric.getValue())).append(" |");
                for (String baseline : baselines) {
                    JsonNode gaps = objective.getValue().path("differences").path(baseline);
                    text.append(' ')
                            .append(measured(gaps.path(metric.getKey())))
                            .append(" |");
                }
                text.append('\n');
            });
            text.append('\n');
        });
    }

    private void slices() {
        JsonNode slices = card.at("/comparison/slices");
        if (slices.isEmpty()) {
            return;
        }
        String baseline = card.at("/gate/baseline").asText();
        String objective = card.at("/comparison/objectives/0").asText();
        text.append("## Slices\n\n| slice | examples | ndcg@10 | minus ")
                .append(baseline)
                .append(" |\n|---|---|---|---|\n");
        slices.properties().forEach(slice -> {
            JsonNode found = slice.getValue().path("objectives").path(objective);
            boolean measured = slice.getValue().path("state").asText().equals("measured");
            text.append("| ").append(slice.getKey()).append(" | ");
            text.append(slice.getValue().path("examples").asText()).append(" | ");
            text.append(
                    measured
                            ? measured(found.at("/models/candidate/ndcg@10"))
                            : slice.getValue().path("state").asText());
            text.append(" | ")
                    .append(measured(found.path("differences").path(baseline).path("ndcg@10")))
                    .append(" |\n");
        });
        text.append('\n');
    }

    private static String measured(JsonNode measured) {
        if (!measured.path("value").isNumber()) {
            return "";
        }
        String value = String.format(Locale.ROOT, "%.4f", measured.path("value").asDouble());
        JsonNode interval = measured.path("ci95");
        return interval.isArray()
                ? value
                        + String.format(
                                Locale.ROOT,
                                " [%.4f, %.4f]",
                                interval.get(0).asDouble(),
                                interval.get(1).asDouble())
                : value;
    }
}
