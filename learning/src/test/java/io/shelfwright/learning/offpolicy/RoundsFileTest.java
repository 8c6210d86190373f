package io.shelfwright.learning.offpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.api.BadRequestException;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RoundsFileTest {
    private static final String HEADER = "reward,pscore,pi_e,q_factual,q_expected\n";

    @TempDir
    Path directory;

    @Test
    void columnsAreFoundByNameAndOthersAreIgnored() throws IOException {
        LoggedRounds rounds = RoundsFile.read(file(
                "\uFEFFpi_e,note,q_expected,reward,q_factual,pscore\n0.5,\"a, b\",0.3,1,0.2,0.25\n1e-1,,0,0,0,1\n"));
        assertThat(rounds.size()).isEqualTo(2);
        assertThat(rounds.weights()).containsExactly(2, 0.1);
        assertThat(rounds.modelled()).isTrue();
        assertThat(rounds.shown(0)).isEqualTo(0.2);
        assertThat(rounds.expected(0)).isEqualTo(0.3);
    }

    @Test
    void withoutAModelOnlyWeightingIsPossible() throws IOException {
        LoggedRounds rounds = RoundsFile.read(file("reward,pscore,pi_e\n1,0.5,0.5\n"));
        PolicyReport report = RoundsEvaluation.of(rounds);
        assertThat(report.estimates()).containsKey("IPW").doesNotContainKey("DR");
        assertThat(report.notes()).singleElement().asString().contains("q_factual");
        assertThat(report.json().get("IPW").get("se").isNull()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "-0.1", "1.1", "NaN", "x", "", "0x1p-1", "0.5d", "1e999"})
    void aWrongProbabilityIsToldWithItsLine(String pscore) throws IOException {
        Path file = file(HEADER + "0,0.5,0.5,0,0\n1," + pscore + ",0.5,0,0\n");
        assertThatThrownBy(() -> RoundsFile.read(file))
                .isInstanceOf(BadRequestException.class)
                .hasMessage(file + ":3 has \"" + pscore
                        + "\" in the column pscore; allowed is a probability above 0 and at most 1");
    }

    @Test
    void aMissingColumnIsNamed() throws IOException {
        assertThatThrownBy(() -> RoundsFile.read(file("reward,pscore,q_factual\n1,1,1\n")))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("rounds.csv:1 lacks the columns pi_e, q_expected;");
    }

    @Test
    void aColumnThatIsThereTwiceIsRefused() throws IOException {
        assertThatThrownBy(() -> RoundsFile.read(file("reward,pscore,pi_e,reward\n1,1,1,0\n")))
                .hasMessageContaining("column reward twice");
    }

    @Test
    void aShortRowIsRefused() throws IOException {
        assertThatThrownBy(() -> RoundsFile.read(file(HEADER + "0,0.5,0.5,0,0\n1,0.5,0.5\n")))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("rounds.csv:3 has 3 fields, the header has 5");
    }

    @Test
    void nothingInsideIsTold() throws IOException {
        assertThatThrownBy(() -> RoundsFile.read(file("")))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("is empty; expected a CSV with the columns reward, pscore, pi_e");
        assertThatThrownBy(() -> RoundsFile.read(file(HEADER))).hasMessageContaining("has a header but no rows");
        assertThatThrownBy(() -> RoundsFile.read(directory.resolve("no.csv")))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("does not exist");
        assertThatThrownBy(() -> RoundsFile.read(directory)).hasMessageContaining("is a directory");
    }

    @Test
    void aTruncatedArchiveIsToldWithTheLineReached() throws IOException {
        StringBuilder text = new StringBuilder(HEADER);
        for (int i = 0; i < 20_000; i++) {
            text.append(i % 7 / 7.0)
                    .append(",0.")
                    .append(1 + i * 7919L % 99_991)
                    .append(",0.5,0.1,0.2\n");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (GZIPOutputStream zip = new GZIPOutputStream(bytes)) {
            zip.write(text.toString().getBytes(StandardCharsets.UTF_8));
        }
        Path file = directory.resolve("rounds.csv.gz");
        Files.write(file, bytes.toByteArray());
        assertThat(RoundsFile.read(file).size()).isEqualTo(20_000);
        Files.write(file, Arrays.copyOf(bytes.toByteArray(), bytes.size() / 2));
        assertThatThrownBy(() -> RoundsFile.read(file))
                .isInstanceOf(BadRequestException.class)
                .hasMessageMatching("(?s).*rounds\\.csv\\.gz:\\d+ is truncated: its compressed data ends too early.*");
    }

    private Path file(String text) throws IOException {
        return Files.writeString(directory.resolve("rounds.csv"), text);
    }
}
