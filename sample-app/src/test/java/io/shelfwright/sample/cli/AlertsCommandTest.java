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

class AlertsCommandTest {
    @TempDir
    Path directory;

    @Test
    void aFindingOfTheLogIsToldOnceAndWhenItIsOver() throws IOException {
        Path config = logged();
        Files.writeString(config, Files.readString(config) + """

            learning.alerts {
              owner = data-team, severity = error
              routes = [{ check = "SCHEMA_*", feature = "user.*", owner = listeners, runbook = "https://wiki.example/u" }]
            }
            """);
        Path schema = Files.writeString(
                directory.resolve("schema.conf"), "features { \"user.shoe_size\" { type = INT, presence {} } }");
        Path told = directory.resolve("validation/alerts.jsonl");

        JsonNode first = validate(1, "--schema", schema.toString());
        assertThat(first.path("alerts").path("raised").findValuesAsText("feature"))
                .containsExactly("user.shoe_size");
        assertThat(first.path("alerts").path("problems")).isEmpty();
        assertThat(Files.readAllLines(told)).singleElement().satisfies(line -> {
            JsonNode alert = Printing.JSON.readTree(line);
            assertThat(alert.path("check").asText()).isEqualTo("SCHEMA_MISSING_COLUMN");
            assertThat(alert.path("blocking").asBoolean()).isTrue();
            assertThat(alert.path("owner").asText()).isEqualTo("listeners");
            assertThat(alert.path("runbook").asText()).isEqualTo("https://wiki.example/u");
            assertThat(alert.path("source").asText()).isEqualTo("validate");
        });

        JsonNode second = validate(1, "--schema", schema.toString());
        assertThat(second.path("alerts").path("raised")).isEmpty();
        assertThat(second.path("alerts").path("on").asInt()).isEqualTo(1);

        assertThat(validate(0).path("alerts").path("cleared")).isEmpty();
        Answer over = run("validate", "--data", directory.toString());
        assertThat(over.code()).isZero();
        assertThat(over.out())
                .contains("alerts: 0 raised, 0 worse, 1 cleared, 0 on since earlier runs")
                .contains("alert cleared: ERROR (blocking) SCHEMA_MISSING_COLUMN user.shoe_size");
        assertThat(Files.readAllLines(told)).hasSize(2).last().asString().contains("\"status\":\"cleared\"");
    }

    @Test
    void aSinkThatFailsIsToldAndChangesNoExitCode() throws IOException {
        Path config = logged();
        String plain = Files.readString(config);
        Files.writeString(config, plain + "\nlearning.alerts.file = home.conf/alerts.jsonl\n");
        Path schema = Files.writeString(
                directory.resolve("schema.conf"), "features { shoe_size { type = INT, presence {} } }");
        assertThat(validate(1, "--schema", schema.toString())
                        .path("alerts")
                        .path("problems")
                        .path(0)
                        .asText())
                .contains("sink 'file' failed", "the next run tries again");

        Files.writeString(config, plain + "\nlearning.alerts { sinks = [pager], raise-after = 0 }\n");
        Answer wrong = run("validate", "--data", directory.toString());
        assertThat(wrong.code()).isEqualTo(2);
        assertThat(wrong.err()).contains("home.conf", "learning.alerts.raise-after");
        Files.writeString(config, plain + "\nlearning.alerts { sinks = [pager] }\n");
        assertThat(run("validate", "--data", directory.toString()).err())
                .contains("learning.alerts.sinks", "'pager' is no sink", "log, file, webhook");
    }

    @Test
    void aRefusedModelIsToldOnce() throws IOException {
        logged();
        String[] learn = {"learn", "--data", directory.toString(), "--json"};
        Answer refused = run(learn);
        assertThat(refused.code()).as(refused.err()).isEqualTo(1);
        JsonNode report = Printing.JSON.readTree(refused.out());
        assertThat(report.path("published").asBoolean()).isFalse();
        JsonNode raised = report.path("alerts").path("raised");
        assertThat(raised)
                .isNotEmpty()
                .allMatch(alert -> alert.path("source").asText().startsWith("learn gbdt"));
        assertThat(raised).anyMatch(alert -> alert.path("blocking").asBoolean());

        JsonNode again = Printing.JSON.readTree(run(learn).out()).path("alerts");
        assertThat(again.path("raised")).isEmpty();
        assertThat(again.path("on").asInt()).isEqualTo(raised.size());
    }

    private Path logged() {
        String data = directory.toString();
        assertThat(run("import", "synthetic", "--data", data).code()).isZero();
        assertThat(run("simulate", "--data", data, "--pages", "20", "--evaluate", "0")
                        .code())
                .isZero();
        return directory.resolve("home.conf");
    }

    private JsonNode validate(int code, String... more) throws IOException {
        List<String> args = new ArrayList<>(List.of("validate", "--data", directory.toString(), "--json"));
        args.addAll(List.of(more));
        Answer answer = run(args.toArray(String[]::new));
        assertThat(answer.code()).as(answer.err()).isEqualTo(code);
        return Printing.JSON.readTree(answer.out());
    }

    private record Answer(int code, String out, String err) {}

    private static Answer run(String... args) {
        StringWriter out = new StringWriter();
        StringWriter err = new StringWriter();
        int code = ShelfwrightCommand.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(args);
        return new Answer(code, out.toString(), err.toString());
    }
}
