package io.shelfwright.sample.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CommandLineTest {
    @TempDir
    private static Path folder;

    private static Path data = Path.of("");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();
    private String configuration = "";

    @BeforeAll
    static void importTheSyntheticWorld() {
        data = folder.resolve("data");
        PrintWriter nowhere = new PrintWriter(new StringWriter());
        assertThat(ShelfwrightCommand.commandLine(nowhere, nowhere)
                        .execute("import", "synthetic", "--data", data.toString()))
                .isZero();
    }

    @BeforeEach
    void readTheConfiguration() throws IOException {
        configuration = Files.readString(data.resolve("home.conf"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "rows = 8 | rows = eight | home.conf:4: page.rows: is eight",
                "rows = 8 | rws = 8 | did you mean 'rows'",
                "page { | page {{ [ | home.conf:3: is not HOCON",
                "factory = heuristics | factory = heuristcs | did you mean 'heuristics'",
            })
    void aBrokenConfigurationIsOneLineOnStandardError(String good, String bad, String said) throws IOException {
        withConfiguration(configuration.replace(good, bad), () -> assertRefused(said, home("u1")));
    }

    @Test
    void severalProblemsOfAConfigurationAreStillOneLine() throws IOException {
        withConfiguration(
                configuration.replace("rows = 8", "rows = -8").replace("columns = 10", "columns = 0"),
                () -> assertRefused("page.columns", home("u1")));
    }

    @Test
    void aConfigurationThatIsNestedWithoutEndIsRefusedLikeAnyOther() throws IOException {
        withConfiguration("a" + "{a".repeat(20_000), () -> assertRefused("nested too deeply", home("u1")));
    }

    @Test
    void anEmptyConfigurationNamesItsFile() throws IOException {
        withConfiguration("", () -> assertRefused("home.conf", home("u1")));
    }

    @Test
    void checkFindsTheSameProblemsAsAFindingInWordsAndInJson() throws IOException {
        withConfiguration(configuration.replace("rows = 8", "rows = -8"), () -> {
            assertThat(run("check", "--data", data.toString())).isEqualTo(1);
            assertThat(out.toString()).contains("1 problem:").contains("page.rows");
            JsonNode json = json(1, "check", "--data", data.toString(), "--json");
            assertThat(json.path("good").asBoolean()).isFalse();
            assertThat(json.path("problems").path(0).path("key").asText()).isEqualTo("page.rows");
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\ud800b", "a\u0000b", " "})
    void aUserIdThatNoLogCouldKeepIsRefused(String user) {
        assertRefused("user id", home(user));
    }

    @Test
    void replayRefusesAPageThatWasNeverServedAndABadNumber() {
        assertRefused("no page of request", run("replay", "--data", data.toString(), "--request", "nope"));
        assertRefused("--last is -5", run("replay", "--data", data.toString(), "--last=-5"));
    }

    @Test
    void whatWasServedIsReplayedByteForByte() {
        assertThat(home("Пользователь-🎧")).isZero();
        assertThat(run("replay", "--data", data.toString())).isZero();
        assertThat(out.toString()).contains(" 0 different");
    }

    @Test
    void anExplanationOfAnItemThatWasNeverScoredIsPlainJson() {
        JsonNode json = json(
                0, "explain", "--data", data.toString(), "--user", "u1", "--item", "album:synthetic:001", "--json");
        assertThat(json.path("outcome").asText()).isEqualTo("DROPPED_BY_SAFETY");
        assertThat(json.path("candidacies").path(0).path("utility").isNull()).isTrue();
    }

    @Test
    void pluginsAndSnapshotsAreListedAsJsonToo() {
        assertThat(json(0, "plugins", "--json").findValuesAsText("id")).contains("exploration", "diversity");
        JsonNode snapshots = json(0, "snapshots", "--data", data.toString(), "--json");
        assertThat(snapshots.path(0).path("inUse").asBoolean()).isTrue();
    }

    @Test
    void anExperienceLogThatCannotBeKeptIsSaidBeforeAnyPageIsBuilt() throws IOException {
        Path log = data.resolve("experience");
        Path kept = data.resolve("kept");
        boolean there = Files.exists(log);
        if (there) {
            Files.move(log, kept);
        }
        Files.createFile(log);
        try {
            assertRefused("experience log", home("u1"));
        } finally {
            Files.delete(log);
            if (there) {
                Files.move(kept, log);
            }
        }
    }

    private void withConfiguration(String text, Runnable test) throws IOException {
        Files.writeString(data.resolve("home.conf"), text);
        try {
            test.run();
        } finally {
            Files.writeString(data.resolve("home.conf"), configuration);
        }
    }

    private void assertRefused(String said, int exitCode) {
        assertThat(exitCode).isEqualTo(2);
        assertThat(err.toString().strip())
                .startsWith("shelfwright: ")
                .contains(said)
                .doesNotContain("\n");
        err.getBuffer().setLength(0);
    }

    private int home(String user) {
        return run("home", "--data", data.toString(), "--user", user, "--json");
    }

    private JsonNode json(int exitCode, String... args) {
        out.getBuffer().setLength(0);
        assertThat(run(args)).isEqualTo(exitCode);
        try {
            return Printing.JSON.readTree(out.toString());
        } catch (IOException e) {
            throw new AssertionError("not JSON: " + out, e);
        }
    }

    private int run(String... args) {
        return ShelfwrightCommand.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(args);
    }
}
