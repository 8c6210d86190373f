package io.shelfwright.sample.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

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

class EvaluateTableCommandTest {
    private static final String TABLE = """
            group,item,label,score,baseline,market
            a,x,1,0.9,0.2,SE
            a,y,0,0.5,0.6,SE
            b,x,0,0.8,0.4,DE
            b,y,1,0.7,0.3,DE
            c,x,0,0.1,0.3,DE
            """;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path directory;

    @Test
    void aScoredTableComesOutAsOneObject() throws IOException {
        assertThat(run("--file", file(TABLE), "--slice", "market", "--min-slice", "1", "--json"))
                .isZero();
        JsonNode report = Printing.JSON.readTree(out.toString());
        JsonNode label = report.path("overall").path("objectives").path("label");
        assertThat(label.path("requestsWithoutPositives").asInt()).isEqualTo(1);
        assertThat(label.at("/models/candidate/auc/value").asDouble()).isCloseTo(5.0 / 6, within(1e-12));
        assertThat(label.at("/differences/baseline/auc/value").asDouble()).isCloseTo(5.0 / 6 - 0.5 / 6, within(1e-12));
        assertThat(label.at("/models/candidate/mrr/value").asDouble()).isCloseTo(0.75, within(1e-12));
        assertThat(label.at("/models/candidate/coverage@10/ci95").isNull()).isTrue();
        assertThat(report.at("/metrics/ndcg@10/role").asText()).isEqualTo("goal");
        assertThat(report.at("/intervals/unit").asText()).isEqualTo("request");
        assertThat(report.at("/slices/market=SE/examples").asInt()).isEqualTo(2);
    }

    @Test
    void withoutPositivesCanCountAsZeroAsInTfma() throws IOException {
        assertThat(run("--file", file(TABLE), "--without-positives", "zero", "--json"))
                .isZero();
        JsonNode report = Printing.JSON.readTree(out.toString());
        assertThat(report.at("/overall/objectives/label/models/candidate/mrr/value")
                        .asDouble())
                .isCloseTo(0.5, within(1e-12));
    }

    @Test
    void theTableForPeopleNamesRolesAndDifferences() throws IOException {
        assertThat(run("--file", file(TABLE), "--intervals", "none", "--at", "1,2"))
                .isZero();
        assertThat(out.toString())
                .contains(
                        "5 examples, 3 requests",
                        "goal      ndcg@1 ",
                        "guardrail ece",
                        "1 requests without positives left out");
    }

    @Test
    void badInputIsOneLineAndExitCodeTwo() throws IOException {
        List<String[]> calls = new ArrayList<>();
        calls.add(new String[] {"--file", file(TABLE), "--slice", "country"});
        calls.add(new String[] {"--file", file(TABLE), "--at", "0"});
        calls.add(new String[] {"--file", file(TABLE), "--replicates", "5"});
        calls.add(new String[] {"--file", file("group,label,score\na,x,1\n")});
        calls.add(new String[] {"--file", directory.resolve("none.csv").toString()});
        calls.add(new String[] {"--file", file("group,label,score\na,1,1.5\n"), "--scores", "probability"});
        for (String[] call : calls) {
            err.getBuffer().setLength(0);
            assertThat(run(call)).isEqualTo(2);
            assertThat(err.toString().strip()).startsWith("shelfwright: ").doesNotContain("\n");
        }
        assertThat(out.toString()).isEmpty();
    }

    private String file(String text) throws IOException {
        return Files.writeString(directory.resolve("t" + text.hashCode() + ".csv"), text)
                .toString();
    }

    private int run(String... options) {
        List<String> args = new ArrayList<>(List.of("evaluate", "table"));
        args.addAll(List.of(options));
        return ShelfwrightCommand.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(args.toArray(String[]::new));
    }
}
