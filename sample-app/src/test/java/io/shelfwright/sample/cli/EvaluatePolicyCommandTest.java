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

class EvaluatePolicyCommandTest {
    private static final String ROUNDS = "pi_e,reward,pscore,q_factual,q_expected\n0.5,1,0.25,0.5,0.5\n0.5,0,0.5,0,0\n";
    private static final String SLATES = "slate_id,position,action,reward,pscore,pscore_item_position,pscore_cascade,"
            + "eval_pscore,eval_pscore_item_position,eval_pscore_cascade\n0,0,1,1,0.5,0.5,0.5,1,1,1\n";

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path directory;

    @Test
    void roundsComeOutAsOneObjectByName() throws IOException {
        assertThat(run("--rounds", file("r.csv", ROUNDS), "--json")).isZero();
        JsonNode report = new ObjectMapper().readTree(out.toString());
        assertThat(report.get("IPW").get("value").asDouble()).isEqualTo(1);
        assertThat(report.get("IPW").get("se").asDouble()).isEqualTo(1);
        assertThat(report.get("IPW").get("ci95")).hasSize(2);
        assertThat(report.get("verdict").get("usable").asBoolean()).isFalse();
    }

    @Test
    void slatesFindTheirCompanionsAndJoinTheRounds() throws IOException {
        String slates = file("s.csv", SLATES);
        file("s_logits.csv", "slate_id,behavior_logit_a0,behavior_logit_a1,eval_logit_a0,eval_logit_a1\n0,0,0,0,0\n");
        assertThat(run("--rounds", file("r.csv", ROUNDS), "--slates", slates, "--json"))
                .isZero();
        JsonNode report = new ObjectMapper().readTree(out.toString());
        assertThat(report.get("sips").get("value").asDouble()).isEqualTo(2);
        assertThat(report.has("pi")).isTrue();
        assertThat(report.has("IPW")).isTrue();
        assertThat(err.toString()).contains("note: ", "cascade-dr is left out");
    }

    @Test
    void theTableEndsWithTheVerdict() throws IOException {
        assertThat(run("--rounds", file("r.csv", ROUNDS))).isZero();
        assertThat(out.toString())
                .contains(
                        "SNIPW", "95 % interval", "verdict on importance weights: refused", "  because the effective");
    }

    @Test
    void aBadFileIsToldWithItsLine() throws IOException {
        String file = file("r.csv", ROUNDS.replace("0.25", "0"));
        assertThat(run("--rounds", file, "--json")).isEqualTo(2);
        assertThat(err.toString()).startsWith("shelfwright: " + file + ":2 has \"0\" in the column pscore");
        assertThat(out.toString()).isEmpty();
    }

    @Test
    void nothingToEvaluateIsBadUsage() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains("give --rounds FILE or --slates FILE");
        assertThat(run("--rounds", "r.csv", "--qhat", "q.csv")).isEqualTo(2);
        assertThat(err.toString()).contains("belong to --slates");
    }

    private int run(String... options) {
        String[] args = new String[options.length + 2];
        args[0] = "evaluate";
        args[1] = "policy";
        System.arraycopy(options, 0, args, 2, options.length);
        return ShelfwrightCommand.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(args);
    }

    private String file(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text).toString();
    }
}
