package io.shelfwright.sample.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatasetsCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path directory;

    @Test
    void aDatasetIsMadeOfTheLogListedAndVerified() throws Exception {
        String data = directory.toString();
        assertThat(run("import", "synthetic", "--data", data)).isZero();
        assertThat(run("datasets", "make", "--data", data)).isEqualTo(1);
        assertThat(err.toString()).contains("no dataset: the log holds no card that can be learned from");
        assertThat(run("simulate", "--data", data, "--pages", "20", "--evaluate", "0"))
                .isZero();
        assertThat(run(
                        "datasets",
                        "make",
                        "--data",
                        data,
                        "--shards",
                        "3",
                        "--attribution",
                        "save=7d",
                        "--negatives",
                        "0.5",
                        "--label",
                        "early-skip=0.1"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("dataset 000001: ", " rows of 20 pages", "pagesWithImpressions: 20");

        String shown = printed("datasets", "show", "--data", data, "000001");
        JsonNode manifest = Printing.JSON.readTree(shown);
        assertThat(manifest.path("shards")).hasSize(3);
        assertThat(manifest.path("attribution").toString()).isEqualTo("[\"86400s\",\"save=604800s\"]");
        assertThat(manifest.path("labels").asText()).isEqualTo("reactions: early-skip=0.1");
        assertThat(manifest.path("negativeShare").asDouble()).isEqualTo(0.5);
        assertThat(Printing.JSON
                        .readTree(printed("datasets", "--data", data, "--json"))
                        .get(0)
                        .path("rows")
                        .asLong())
                .isEqualTo(manifest.path("rows").asLong())
                .isPositive();

        assertThat(run("datasets", "statistics", "--data", data))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("statistics of dataset 000001 (", "datasets/000001.stats");
        assertThat(err.toString()).contains("reading rows [####################] 100 %");
        String kept = directory.resolve("datasets/000001.stats").toString();
        assertThat(run("datasets", "statistics", "--data", data, "--engine", "spark"))
                .isEqualTo(2);
        JsonNode report = Printing.JSON.readTree(
                printed("validate", "--data", data, "--dataset", "latest", "--reference", kept, "--json"));
        assertThat(report.path("environment").asText()).isEqualTo("TRAINING");
        assertThat(report.path("facts").path("rows").asLong())
                .isEqualTo(manifest.path("rows").asLong());
        assertThat(report.path("measurements"))
                .isNotEmpty()
                .allMatch(one -> one.path("value").asDouble() == 0);
        assertThat(Files.readAllLines(directory.resolve("validation/trend.jsonl")))
                .singleElement()
                .asString()
                .contains("\"source\":\"validate --dataset --reference\"", "\"measure\":\"missing-share\"");
        assertThat(run("validate", "--data", data, "--dataset", "000007")).isEqualTo(2);
        assertThat(run("validate", "--data", data, "--dataset", "000001", "--key", "item_id"))
                .isEqualTo(2);
        assertThat(run("validate", "--data", data, "--reference", "yesterday.csv"))
                .isEqualTo(2);

        Path config = directory.resolve("home.conf");
        Files.writeString(
                config,
                Files.readString(config) + "\nlearning { dataset { attribution = 12h, windows = [\"save=2d\"] },"
                        + " label-settings { early-skip = 0.3 } }\n");
        assertThat(run("datasets", "make", "--data", data, "--attribution", "save=3d"))
                .as(err.toString())
                .isZero();
        JsonNode configured = Printing.JSON.readTree(printed("datasets", "show", "--data", data, "000002"));
        assertThat(configured.path("attribution").toString()).isEqualTo("[\"43200s\",\"save=259200s\"]");
        assertThat(configured.path("labels").asText()).isEqualTo("reactions: early-skip=0.3");

        Path shard = directory.resolve("datasets/000001/part-00001.parquet");
        Files.write(shard, new byte[10]);
        assertThat(run("datasets", "show", "--data", data, "000001")).isEqualTo(2);
        assertThat(err.toString()).contains("part-00001.parquet is not the file that was written");
        assertThat(run("datasets", "statistics", "--data", data, "000001")).isEqualTo(2);
    }

    @Test
    void wrongWishesAreOneLineAndNothingIsWritten() {
        String data = directory.toString();
        assertThat(run("import", "synthetic", "--data", data)).isZero();

        assertThat(complaint("--attribution", "soon")).contains("such as 24h or save=7d");
        assertThat(complaint("--attribution", "nap=3h")).contains("names no type of interaction");
        assertThat(complaint("--negatives", "0")).contains("above 0, up to 1");
        assertThat(complaint("--labels", "reaction")).contains("reactions");
        assertThat(complaint("--label", "early-skip=7")).contains("early-skip");
        assertThat(complaint("--shards", "0")).contains("allowed 1 to 4096");
        assertThat(complaint("--engine", "spark")).contains("allowed are local and beam");
        assertThat(directory.resolve("datasets/000001")).doesNotExist();
    }

    private String complaint(String... options) {
        err.getBuffer().setLength(0);
        String[] all = new String[options.length + 4];
        all[0] = "datasets";
        all[1] = "make";
        all[2] = "--data";
        all[3] = directory.toString();
        System.arraycopy(options, 0, all, 4, options.length);
        assertThat(run(all)).isEqualTo(2);
        return err.toString();
    }

    private String printed(String... arguments) {
        out.getBuffer().setLength(0);
        assertThat(run(arguments)).as(err.toString()).isZero();
        return out.toString();
    }

    private int run(String... arguments) {
        return ShelfwrightCommand.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(arguments);
    }
}
