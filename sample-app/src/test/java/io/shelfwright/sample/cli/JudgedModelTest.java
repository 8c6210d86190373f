package io.shelfwright.sample.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A model is learned from simulated pages of the synthetic world, then judged by every verb that does. */
class JudgedModelTest {
    @TempDir
    Path directory;

    @Test
    void aLearnedModelIsEvaluatedGatedAndAblated() throws IOException {
        assertThat(run(new StringWriter(), "import", "synthetic")).isZero();
        assertThat(run(new StringWriter(), "simulate", "--pages", "150", "--evaluate", "0"))
                .isZero();
        // Few pages: what decides here is that everything runs on them, not that the model is good.
        Files.writeString(
                directory.resolve("data/shipping.conf"),
                "goal { min-gain = -1, slice-margin = 1 }\nlimits = []\nevaluation { replicates = 100 }\n");
        StringWriter learned = new StringWriter();
        assertThat(run(learned, "learn", "--ranker", "logistic"))
                .as(learned.toString())
                .isZero();
        assertThat(learned.toString()).contains("verdict", "blessed");

        StringWriter measured = new StringWriter();
        assertThat(run(
                        measured,
                        "evaluate",
                        "model",
                        "--ranker",
                        "logistic",
                        "--replicates",
                        "100",
                        "--slice",
                        "kind",
                        "--json"))
                .isZero();
        JsonNode report = Printing.JSON.readTree(measured.toString());
        assertThat(report.at("/overall/objectives/stream/differences").size()).isEqualTo(3);
        assertThat(report.at("/metrics").has("novelty@10")).isTrue();
        assertThat(report.at("/metrics").has("n2dcg")).isTrue();
        assertThat(report.at("/costs/candidate/model-bytes").asLong()).isPositive();

        StringWriter judged = new StringWriter();
        assertThat(run(judged, "gate", "--ranker", "logistic", "--json")).isZero();
        assertThat(Printing.JSON.readTree(judged.toString()).path("baseline").asText())
                .isEqualTo("heuristics");

        StringWriter ablated = new StringWriter();
        assertThat(run(ablated, "evaluate", "ablation", "--generators", "popular", "--pages", "5", "--json"))
                .isZero();
        JsonNode without = Printing.JSON.readTree(ablated.toString()).at("/generators/popular");
        assertThat(without.path("utility").asDouble()).isPositive();
        assertThat(without.path("ci95")).hasSize(2);
        assertThat(run(new StringWriter(), "evaluate", "ablation", "--generators", "populer"))
                .isEqualTo(2);
        StringWriter ruled = new StringWriter();
        assertThat(run(ruled, "evaluate", "ablation", "--rules", "mmr,artist-window", "--pages", "8", "--json"))
                .isZero();
        JsonNode mmr = Printing.JSON.readTree(ruled.toString()).at("/rules/mmr");
        assertThat(mmr.path("score").asDouble()).isPositive();
        assertThat(mmr.path("replaced").asDouble()).isBetween(0.0, 1.0);
        assertThat(Printing.JSON
                        .readTree(ruled.toString())
                        .at("/rules/artist-window/replaced")
                        .asDouble())
                .as("without the window, cards of one artist may stand together")
                .isPositive();
        assertThat(run(new StringWriter(), "evaluate", "ablation", "--rules", "market"))
                .as("safety is not up for trade")
                .isEqualTo(2);
        assertThat(run(new StringWriter(), "evaluate", "ablation", "--rules", "mmr", "--generators", "all"))
                .isEqualTo(2);
        assertThat(run(new StringWriter(), "evaluate", "model", "--ranker", "gbdt"))
                .isEqualTo(2);
    }

    private int run(StringWriter out, String... args) {
        List<String> all = new ArrayList<>(List.of(args));
        all.add("--data");
        all.add(directory.resolve("data").toString());
        StringWriter err = new StringWriter();
        int code = ShelfwrightCommand.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
        out.append(code == 0 ? "" : err.toString());
        return code;
    }
}
