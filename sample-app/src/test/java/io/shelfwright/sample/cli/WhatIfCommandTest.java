package io.shelfwright.sample.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WhatIfCommandTest {
    @TempDir
    private static Path folder;

    private static Path data = Path.of("");

    private StringWriter out = new StringWriter();
    private StringWriter err = new StringWriter();

    @BeforeAll
    static void simulateSomePages() {
        data = folder.resolve("data");
        StringWriter said = new StringWriter();
        PrintWriter writer = new PrintWriter(said);
        for (String[] line : new String[][] {
            {"import", "synthetic", "--data", data.toString()},
            {"simulate", "--data", data.toString(), "--pages", "30", "--evaluate", "0"}
        }) {
            assertThat(ShelfwrightCommand.commandLine(writer, writer).execute(line))
                    .as(said.toString())
                    .isZero();
        }
    }

    @BeforeEach
    void forget() {
        out = new StringWriter();
        err = new StringWriter();
    }

    @Test
    void aSmallLogGivesEstimatesButNoVerdict() throws IOException {
        assertThat(run("--set", "exploration.slots=0", "--json")).isEqualTo(1);
        JsonNode report = new ObjectMapper().readTree(out.toString());
        assertThat(report.path("pages").asInt()).isEqualTo(30);
        assertThat(report.path("leftOut")).isEmpty();
        assertThat(report.path("verdict").asText()).isEqualTo("no verdict");
        assertThat(report.path("refused").toString()).contains("effective sample size");
        assertThat(report.path("outside").asDouble()).isEqualTo(0, within(1e-9));
        assertThat(report.path("weights").path("mean").asDouble()).isBetween(0.9, 1.1);
        for (String name : new String[] {"IPW", "SNIPW", "DM", "DR", "SNDR", "SwitchDR_10", "DRos_100"}) {
            assertThat(report.path("changed").path(name).path("ci95")).as(name).hasSize(2);
        }
    }

    @Test
    void aSnapshotMayBeNamedByItsVersion() throws IOException {
        // The pages were built from snapshot 000001 of the simulation, which is the current one too: nothing changes.
        double byPage = changed("--set", "exploration.slots=0");
        assertThat(changed("--set", "exploration.slots=0", "--snapshot", "000001"))
                .isEqualTo(byPage);
        assertThat(changed("--set", "exploration.slots=0", "--snapshot", "current"))
                .isEqualTo(byPage);
        forget();
        assertThat(run("--set", "exploration.slots=0", "--snapshot", "000099")).isEqualTo(2);
        assertThat(err.toString()).contains("no logged page can be weighed").contains("its snapshot is gone");
    }

    @Test
    void aModelThatWasLearnedSinceIsAChangeByItself() throws IOException {
        Path own = folder.resolve("learned");
        for (String[] line : new String[][] {
            {"import", "synthetic", "--data", own.toString()},
            {"simulate", "--data", own.toString(), "--pages", "100", "--evaluate", "0"}
        }) {
            assertThat(commandLine(line)).as(err.toString()).isZero();
        }
        // Few pages: that there is a model counts here, not how good it is.
        Files.writeString(
                own.resolve("shipping.conf"),
                "goal { min-gain = -1, slice-margin = 1 }\nlimits = []\nevaluation { replicates = 100 }\n");
        assertThat(commandLine("learn", "--data", own.toString(), "--ranker", "logistic"))
                .as(err + "\n" + out)
                .isZero();
        forget();
        assertThat(commandLine("whatif", "--data", own.toString(), "--snapshot", "current", "--last", "20", "--json"))
                .as(err.toString())
                .isEqualTo(1);
        JsonNode report = new ObjectMapper().readTree(out.toString());
        assertThat(report.path("pages").asInt()).isEqualTo(20);
        assertThat(report.at("/changed/DR/value").asDouble())
                .isNotEqualTo(report.at("/logged/value").asDouble());
    }

    private double changed(String... options) throws IOException {
        forget();
        List<String> all = new ArrayList<>(List.of("--json", "--last", "10"));
        all.addAll(List.of(options));
        assertThat(run(all.toArray(String[]::new))).as(err.toString()).isEqualTo(1);
        return new ObjectMapper()
                .readTree(out.toString())
                .at("/changed/DR/value")
                .asDouble();
    }

    @Test
    void whatCouldNeverBeShownIsSaid() throws IOException {
        Path changed = folder.resolve("new.conf");
        Files.writeString(
                changed,
                Files.readString(data.resolve("home.conf"))
                        .replace("id = albums,      title", "id = records, title")
                        .replace("id = because,     title", "id = why, title"));
        assertThat(run("--config", changed.toString(), "--reward", "stream")).isEqualTo(1);
        assertThat(out.toString()).contains("could not have been shown there").contains("verdict: no verdict");
    }

    @Test
    void pagesOfTheEngineItselfAreAskedAgainToo() throws IOException {
        Path own = folder.resolve("own");
        for (String[] line : new String[][] {
            {"import", "synthetic", "--data", own.toString()},
            {"home", "--data", own.toString(), "--user", "synthetic:001"},
            {"home", "--data", own.toString(), "--user", "synthetic:002"}
        }) {
            assertThat(commandLine(line)).as(err.toString()).isZero();
        }
        forget();
        assertThat(commandLine("whatif", "--data", own.toString(), "--set", "exploration.slots=0", "--json"))
                .as(err.toString())
                .isEqualTo(1);
        JsonNode report = new ObjectMapper().readTree(out.toString());
        assertThat(report.path("pages").asInt()).isEqualTo(2);
        assertThat(report.path("logged").path("value").asDouble()).isZero();
    }

    @Test
    void rewardsAreTheLabelsOfTheConfiguration() throws IOException {
        Path config = data.resolve("home.conf");
        String before = Files.readString(config);
        try {
            assertThat(logged("--reward", "stream")).isPositive();
            Files.writeString(config, before + "\nlearning.label-settings { play = 0, complete = 0, keep = 0 }\n");
            assertThat(logged("--reward", "stream")).isZero();
            Files.writeString(config, before + "\nlearning.dataset.attribution = 1s\n");
            assertThat(logged("--reward", "stream")).isZero();
        } finally {
            Files.writeString(config, before);
        }
    }

    private double logged(String... options) throws IOException {
        forget();
        List<String> all = new ArrayList<>(List.of("--set", "exploration.slots=0", "--json", "--last", "10"));
        all.addAll(List.of(options));
        assertThat(run(all.toArray(String[]::new))).as(err.toString()).isEqualTo(1);
        return new ObjectMapper()
                .readTree(out.toString())
                .path("logged")
                .path("value")
                .asDouble();
    }

    @Test
    void wrongInputIsOneLineAndExitCodeTwo() {
        assertRefused("nothing is changed");
        assertRefused("there is no configuration file", "--config", "nowhere.conf");
        assertRefused("there is no reward 'fame'", "--set", "exploration.slots=0", "--reward", "fame");
        assertRefused("--unit is week", "--set", "exploration.slots=0", "--unit", "week");
        assertRefused("exploration.slots", "--set", "exploration.slots=-1");
        assertRefused("allowed are numbers from 1", "--set", "exploration.slots=0", "--last", "0");
    }

    private void assertRefused(String said, String... options) {
        forget();
        assertThat(run(options)).as(said).isEqualTo(2);
        assertThat(err.toString()).contains(said);
        assertThat(out.toString()).isEmpty();
    }

    private int run(String... options) {
        String[] line = new String[options.length + 3];
        line[0] = "whatif";
        line[1] = "--data";
        line[2] = data.toString();
        System.arraycopy(options, 0, line, 3, options.length);
        return commandLine(line);
    }

    private int commandLine(String... line) {
        return ShelfwrightCommand.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(line);
    }
}
