package io.shelfwright.sample.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorsCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    Path directory;

    @Test
    void theVectorsOfTheSyntheticWorldArePublished() {
        String data = directory.toString();
        assertThat(run("import", "synthetic", "--data", data)).isZero();
        assertThat(run("vectors", "train", "--data", data, "--set", "dimension=8", "--set", "epochs=3"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString())
                .contains("collaborative: 8 dimensions, ", "sessions: 64 dimensions, ", "snapshot 000002 is in use");
        assertThat(err.toString()).contains("ials 6/6 ");
        assertThat(run("vectors", "train", "--data", data, "--algorithm", "ease"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("'ease' has no vectors of items to publish");
        assertThat(run("vectors", "train", "--data", data, "--cold-start", "--set", "dimension=8", "--set", "epochs=3"))
                .isZero();
        assertThat(out.toString()).contains("items lost their plays", "from their content", "by chance");
    }

    private int run(String... args) {
        return ShelfwrightCommand.commandLine(new PrintWriter(out, true), new PrintWriter(err, true))
                .execute(args);
    }
}
