package io.shelfwright.sample.docs;

import static org.assertj.core.api.Assertions.assertThat;

import io.shelfwright.sample.cli.CommandLines;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The very commands of the pipeline's steps, one after the other on synthetic pages: from the log to a snapshot in use. */
class LearnPipelineTest {
    @TempDir
    Path directory;

    @Test
    void theStepsLeadFromTheLogToAPublishedModel() throws IOException {
        String data = directory.resolve("data").toString();
        run("import", "synthetic", "--data", data);
        run("simulate", "--data", data, "--pages", "150", "--evaluate", "0");
        // Few pages: what is tried is that the steps fit together, not that the model is good.
        Files.writeString(
                directory.resolve("data/shipping.conf"),
                "goal { min-gain = -1, slice-margin = 1 }\nlimits = []\nevaluation { replicates = 100 }\n");
        Map<String, Object> spec = YamlFiles.documents(PipelineSteps.file()).get(0);
        Map<String, Object> executors = new LinkedHashMap<>();
        ((Map<?, ?>) ((Map<?, ?>) spec.get("deploymentSpec")).get("executors"))
                .forEach((name, executor) -> executors.put(String.valueOf(name), executor));
        List<String> done = new ArrayList<>();
        for (Map.Entry<String, List<String>> step :
                PipelineSteps.of(executors, Map.of("ranker", "logistic")).entrySet()) {
            run(PipelineSteps.with(step.getValue(), word -> word(word, data)).toArray(String[]::new));
            done.add(step.getKey());
        }
        assertThat(done)
                .containsExactly(
                        "exec-dataset", "exec-validate", "exec-train", "exec-evaluate", "exec-gate", "exec-publish");
        assertThat(directory.resolve("data/snapshots/CANDIDATE")).doesNotExist();
        String current =
                Files.readString(directory.resolve("data/snapshots/CURRENT")).strip();
        assertThat(directory.resolve("data/snapshots").resolve(current).resolve("models/logistic"))
                .isDirectory();
    }

    private static String word(String word, String data) {
        try {
            return word.equals("CANDIDATE")
                    ? Files.readString(Path.of(data, "snapshots", "CANDIDATE")).strip()
                    : word.equals("/data") ? data : word;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void run(String... words) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        assertThat(CommandLines.run(out, err, words))
                .as(String.join(" ", words) + "\n" + out + err)
                .isZero();
    }
}
