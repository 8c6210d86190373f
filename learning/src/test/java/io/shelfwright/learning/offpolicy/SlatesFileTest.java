package io.shelfwright.learning.offpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.api.BadRequestException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SlatesFileTest {
    private static final String HEADER = "slate_id,position,action,reward,pscore,pscore_item_position,pscore_cascade,"
            + "eval_pscore,eval_pscore_item_position,eval_pscore_cascade\n";

    @TempDir
    Path directory;

    /** Two slates of two slots in mixed order; joint weights 2 and 1, by position 2, 1 and 1, 3, cascade 2, 2 and 1, 1. */
    @Test
    void estimatesOfTwoHandComputedSlates() throws IOException {
        Path file = write(
                "s.csv",
                HEADER + "7,1,0,1,0.25,0.5,0.25,0.5,0.5,0.5\n3,0,0,0,0.5,0.5,0.5,0.5,0.5,0.5\n"
                        + "7,0,1,1,0.25,0.25,0.25,0.5,0.5,0.5\n3,1,1,1,0.5,0.25,0.5,0.5,0.75,0.5\n");
        PolicyReport report = SlatesEvaluation.of(SlatesFile.read(file, Optional.empty(), Optional.empty()));
        assertThat(value(report, "sips")).isCloseTo((2 + 2 + 1) / 2.0, within(1e-12));
        assertThat(value(report, "iips")).isCloseTo((2 + 1 + 3) / 2.0, within(1e-12));
        assertThat(value(report, "rips")).isCloseTo((2 + 2 + 1) / 2.0, within(1e-12));
        assertThat(value(report, "sniips")).isCloseTo((2 / 1.5 + 1 / 2.0 + 3 / 2.0) / 2, within(1e-12));
        assertThat(report.notes()).hasSize(2);
        assertThat(report.estimates()).doesNotContainKeys("cascade-dr", "pi");
    }

    @Test
    void cascadeDoublyRobustOfAHandComputedSlate() throws IOException {
        Path file = write("s.csv", HEADER + "0,0,1,1,0.5,0.5,0.5,1,1,1\n0,1,0,0,0.5,0.5,0.5,1,1,1\n");
        write("s_qhat.csv", "slate_id,position,q_a0,q_a1,pi_e_a0,pi_e_a1\n0,1,0.5,0.25,1,0\n0,0,0.1,0.75,0.5,0.5\n");
        Optional<Path> qhat = SlatesFile.companion(file, "_qhat");
        PolicyReport report = SlatesEvaluation.of(SlatesFile.read(file, qhat, Optional.empty()));
        assertThat(value(report, "cascade-dr"))
                .isCloseTo(2 * (1 - 0.75) + (0.05 + 0.375) + 2 * (0 - 0.5) + 2 * 0.5, within(1e-12));
    }

    @Test
    void theCompanionOfAGzippedFileMayBePlain() throws IOException {
        Path file = write("s.csv.gz", "");
        assertThat(SlatesFile.companion(file, "_qhat")).isEmpty();
        Path plain = write("s_qhat.csv", "");
        assertThat(SlatesFile.companion(file, "_qhat")).contains(plain);
        Path zipped = write("s_qhat.csv.gz", "");
        assertThat(SlatesFile.companion(file, "_qhat")).contains(zipped);
    }

    @Test
    void aSlateWithAHoleIsRefused() throws IOException {
        Path file = write("s.csv", HEADER + "0,0,1,1,0.5,0.5,0.5,1,1,1\n0,2,0,0,0.5,0.5,0.5,1,1,1\n");
        assertThatThrownBy(() -> SlatesFile.read(file, Optional.empty(), Optional.empty()))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("s.csv:3 has position 2 where slate 0 needs 1");
    }

    @Test
    void aSlateWithTwoJointProbabilitiesIsRefused() throws IOException {
        Path file = write("s.csv", HEADER + "0,0,1,1,0.5,0.5,0.5,1,1,1\n0,1,0,0,0.4,0.5,0.5,1,1,1\n");
        assertThatThrownBy(() -> SlatesFile.read(file, Optional.empty(), Optional.empty()))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("s.csv:3 has another pscore");
    }

    @Test
    void aCompanionOfAnotherLogIsRefused() throws IOException {
        Path file = write("s.csv", HEADER + "0,0,1,1,0.5,0.5,0.5,1,1,1\n");
        Path qhat = write("q.csv", "slate_id,position,q_a0,pi_e_a0\n1,0,0.5,1\n");
        assertThatThrownBy(() -> SlatesFile.read(file, Optional.of(qhat), Optional.empty()))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("s.csv:2 has no partner");
        Path logits = write("l.csv", "slate_id,behavior_logit_a0,eval_logit_a0\n1,0,0\n");
        assertThatThrownBy(() -> SlatesFile.read(file, Optional.empty(), Optional.of(logits)))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("no row for the slate of");
        Path few = write("f.csv", "slate_id,behavior_logit_a0,eval_logit_a0\n0,0,0\n");
        assertThatThrownBy(() -> SlatesFile.read(file, Optional.empty(), Optional.of(few)))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("has action 1, but");
    }

    private static double value(PolicyReport report, String name) {
        return report.json().get(name).get("value").asDouble();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(directory.resolve(name), text);
    }
}
