package io.shelfwright.sample.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EvaluateVectorsCommandTest {
    private static final String TRAIN = "1 10 11\r\n2 10 11\r\n\r\n3 11 12\r\n4 12 13 13\r\n";
    private static final String TEST = "3 10\n4 11\n";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path directory;

    @Test
    void metricsStandAtTheTopOfOneObject() throws IOException {
        assertThat(run("--train", file("train", TRAIN), "--test", file("test", TEST), "--json"))
                .isZero();
        JsonNode report = new ObjectMapper().readTree(out.toString());
        for (String metric : new String[] {"Recall@10", "nDCG@10", "Recall@20", "nDCG@20"}) {
            assertThat(report.get(metric).asDouble()).isBetween(0.0, 1.0);
        }
        assertThat(report.get("users").asInt()).isEqualTo(2);
        assertThat(report.get("Recall@20").asDouble()).isEqualTo(1);
        assertThat(report.get("counts").get("repeated-items").asInt()).isEqualTo(1);
        assertThat(report.get("counts").get("blank-lines").asInt()).isEqualTo(1);
        assertThat(report.get("trials")).isNotEmpty();
        assertThat(err.toString()).contains("trial ials 1 ");
    }

    @Test
    void anAlgorithmTakesItsSettingsAndTellsItsLoss() throws IOException {
        assertThat(run(
                        "--train",
                        file("train", TRAIN),
                        "--test",
                        file("test", TEST),
                        "--algorithm",
                        "ials",
                        "--set",
                        "dimension=4",
                        "--set",
                        "epochs=2",
                        "--threads",
                        "3"))
                .isZero();
        assertThat(out.toString()).contains("ials {dimension=4,", "Recall@10 ", "  users");
        assertThat(err.toString()).contains("ials 1/4 ", "ials 4/4 ");
    }

    @Test
    void badInputIsToldInOneLine() throws IOException {
        String train = file("train", TRAIN);
        String test = file("test", "3 ten\n");
        assertThat(run("--train", train, "--test", test)).isEqualTo(2);
        assertThat(err.toString()).startsWith("shelfwright: " + test + ":1 has the item 'ten'");
        assertThat(out.toString()).isEmpty();
        err.getBuffer().setLength(0);
        assertThat(run("--train", train, "--test", train, "--algorithm", "svd")).isEqualTo(2);
        assertThat(err.toString()).contains("there is no algorithm 'svd'; allowed are");
        err.getBuffer().setLength(0);
        assertThat(run("--train", train)).isEqualTo(2);
        assertThat(err.toString()).contains("--test");
    }

    private int run(String... options) {
        String[] args = new String[options.length + 2];
        args[0] = "evaluate";
        args[1] = "vectors";
        System.arraycopy(options, 0, args, 2, options.length);
        return ShelfwrightCommand.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(args);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }
}
