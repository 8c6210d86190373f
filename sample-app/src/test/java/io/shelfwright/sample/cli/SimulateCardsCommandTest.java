package io.shelfwright.sample.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SimulateCardsCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path directory;

    @BeforeEach
    void write() throws IOException {
        StringBuilder cards = new StringBuilder("dim_0,dim_1,2\n");
        for (int card = 0; card < 20; card++) {
            cards.append(card % 5 - 2).append(',').append(card % 3 - 1).append(",-2\n");
        }
        Files.writeString(directory.resolve("playlist_features.csv"), cards);
        Files.writeString(
                directory.resolve("user_features_small.csv"), "segment,dim_0,dim_1\n0,1,0.5\n0,0.8,0.2\n4,-1,1\n");
    }

    @Test
    void curvesComeOutAsOneObjectAndAsAPicture() throws IOException {
        Path picture = directory.resolve("regret.svg");
        int code = run(
                "--rounds", "7", "--users-per-round", "20", "--seeds", "2", "--json", "--picture", picture.toString());
        assertThat(code).isZero();
        JsonNode report = new ObjectMapper().readTree(out.toString());
        assertThat(report.get("listeners").asInt()).isEqualTo(3);
        assertThat(report.get("segments").asInt()).isEqualTo(2);
        assertThat(report.get("feedback").asText()).isEqualTo("paper");
        JsonNode policy = report.at("/policies/hier-plackett-luce");
        assertThat(policy.get("meanByRound")).hasSize(7);
        assertThat(policy.get("bySeed")).hasSize(2);
        assertThat(policy.at("/propensities/draws").asInt()).isEqualTo(2 * 2 * 7 * 20);
        assertThat(Files.readString(picture)).startsWith("<svg");
        assertThat(err.toString()).contains("random, seed 2: done");
    }

    @Test
    void theTableNamesEveryPolicyAndAPopulationMayBeMade() {
        assertThat(run(
                        "--population",
                        "3x10",
                        "--rounds",
                        "4",
                        "--users-per-round",
                        "5",
                        "--policies",
                        "random,eb-greedy"))
                .isZero();
        assertThat(out.toString())
                .contains("30 listeners in 3 segments", "round 4", "random ", "eb-greedy ")
                .doesNotContain("ts-seg");
    }

    @Test
    void badInputIsToldInOneLine() throws IOException {
        refused("there is no policy 'nonsense'; allowed are random", "--policies", "nonsense");
        refused("is no population; allowed is SxN", "--population", "20");
        refused("is no population; allowed is SxN", "--population", "0x10");
        refused("is no feedback; allowed is paper, viewport or released", "--feedback", "full");
        refused("there are 20 cards for 20 slots", "--slots", "20");
        refused("cannot be; allowed are slots from 1", "--visible", "13");
        refused("rounds: 0; allowed is 1 to 100000", "--rounds", "0");
        refused(
                "none.csv does not exist",
                "--listeners",
                directory.resolve("none.csv").toString());
        Files.delete(directory.resolve("playlist_features.csv"));
        refused("holds neither playlist_features.csv nor playlist_features.csv.gz");
    }

    @Test
    void aPictureThatCannotBeWrittenIsTold() {
        refused(
                "cannot write the picture",
                "--rounds",
                "1",
                "--users-per-round",
                "1",
                "--picture",
                directory.toString());
    }

    private void refused(String message, String... arguments) {
        err.getBuffer().setLength(0);
        assertThat(run(arguments)).isEqualTo(2);
        assertThat(err.toString()).contains(message);
        assertThat(err.toString().lines().filter(line -> line.startsWith("shelfwright: ")))
                .hasSize(1);
    }

    private int run(String... arguments) {
        out.getBuffer().setLength(0);
        List<String> all = new ArrayList<>(List.of("simulate", "cards", "--from", directory.toString()));
        all.addAll(List.of(arguments));
        return ShelfwrightCommand.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(all.toArray(String[]::new));
    }
}
