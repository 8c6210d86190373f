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
import java.util.Locale;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class GateCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path directory;

    @Test
    void aBetterTableIsBlessedWithExitCodeZero() throws IOException {
        assertThat(run("--file", table(1, 0.3), "--criteria", quick(), "--json"))
                .isZero();
        JsonNode decision = Printing.JSON.readTree(out.toString());
        assertThat(decision.path("verdict").asText()).isEqualTo("blessed");
        assertThat(decision.path("findings").findValuesAsText("check")).contains("goal", "limit", "schema");
        assertThat(decision.at("/evaluation/overall/examples").asInt()).isEqualTo(1600);
    }

    @Test
    void refusedAndInconclusiveAreBothExitCodeOneAndToldApartInTheReport() throws IOException {
        assertThat(run("--file", table(0.3, 1), "--criteria", quick(), "--json"))
                .isEqualTo(1);
        assertThat(Printing.JSON.readTree(out.toString()).path("verdict").asText())
                .isEqualTo("refused");
        out.getBuffer().setLength(0);
        assertThat(run("--file", table(1, 1), "--criteria", quick())).isEqualTo(1);
        assertThat(out.toString())
                .contains("unsure  The gain in ndcg@10 of label over live is")
                .endsWith("verdict: inconclusive" + System.lineSeparator());
    }

    @Test
    void criteriaAreShownWithTheirDefaultsAndCanBeReadAgain() throws IOException {
        assertThat(run("--show-criteria")).isZero();
        assertThat(out.toString()).contains("first-model=beats-heuristics", "slice-margin=0.02", "min-explored=200");
        Path file = Files.writeString(directory.resolve("shown.conf"), out.toString());
        out.getBuffer().setLength(0);
        assertThat(run("--show-criteria", "--criteria", file.toString(), "--json"))
                .isZero();
        assertThat(Printing.JSON.readTree(out.toString()).at("/goal/metric").asText())
                .isEqualTo("ndcg@10");
    }

    @Test
    void aRequiredSliceThatTheTableLacksRefuses() throws IOException {
        Path criteria = Files.writeString(
                directory.resolve("slices.conf"),
                "goal { required-slices = [\"tier=premium\"] }\nevaluation { replicates = 100 }\n");
        assertThat(run("--file", table(1, 0.3), "--criteria", criteria.toString()))
                .isEqualTo(1);
        assertThat(out.toString()).contains("failed  The required slice tier=premium was not measured");
    }

    @Test
    void wrongCriteriaAndNothingToJudgeAreBadInput() throws IOException {
        Path wrong = Files.writeString(directory.resolve("wrong.conf"), "goal { levle = 0.1 }\n");
        assertThat(run("--file", table(1, 1), "--criteria", wrong.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("wrong.conf:1", "did you mean 'level'");
        assertThat(run("--json")).isEqualTo(2);
        assertThat(err.toString()).contains("give either --data DIR or --file FILE");
    }

    private String quick() throws IOException {
        return Files.writeString(directory.resolve("quick.conf"), "evaluation { replicates = 200 }\n")
                .toString();
    }

    /** A table of 100 requests, half of whose taste each model could know, and of which it knows a share. */
    private String table(double candidate, double baseline) throws IOException {
        SplittableRandom random = new SplittableRandom(9);
        StringBuilder text = new StringBuilder("group,user,label,score,baseline\n");
        for (int row = 0; row < 1600; row++) {
            double own = gauss(random);
            double other = gauss(random);
            double likes = 1 / (1 + Math.exp(-1.5 * (own + other) / 2));
            text.append(String.format(
                    Locale.ROOT,
                    "g%d,u%d,%d,%.6f,%.6f%n",
                    row / 16,
                    row / 32,
                    random.nextDouble() < likes ? 1 : 0,
                    1 / (1 + Math.exp(-0.7 * (candidate * own + (1 - candidate) * gauss(random)))),
                    1 / (1 + Math.exp(-0.7 * (baseline * other + (1 - baseline) * gauss(random))))));
        }
        return Files.writeString(directory.resolve("t" + candidate + baseline + ".csv"), text)
                .toString();
    }

    private static double gauss(SplittableRandom random) {
        return Math.sqrt(-2 * Math.log(1 - random.nextDouble())) * Math.cos(2 * Math.PI * random.nextDouble());
    }

    private int run(String... options) {
        List<String> args = new ArrayList<>(List.of("gate"));
        args.addAll(List.of(options));
        return ShelfwrightCommand.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(args.toArray(String[]::new));
    }
}
