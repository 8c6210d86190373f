package io.shelfwright.sample.simulate.cards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.api.BadRequestException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorFileTest {
    @TempDir
    Path directory;

    @Test
    void columnsAreFoundByNameInAnyOrder() throws IOException {
        VectorFile file = VectorFile.read(plain("dim_1,segment,dim_0\n2,7,1\n-4e-1,3,3\n"), true);
        assertThat(file.vectors()).isDeepEqualTo(new double[][] {{1, 2}, {3, -0.4}});
        assertThat(file.segments()).containsExactly(7, 3);
        assertThat(Listeners.of(file).segments()).containsExactly(1, 0);
    }

    @Test
    void theLastDimensionOfTheCardsIsNamedByItsNumberAlone() throws IOException {
        Path file = directory.resolve("cards.csv.gz");
        try (OutputStream out = new GZIPOutputStream(Files.newOutputStream(file))) {
            out.write("dim_0,1\n5,6\n".getBytes(StandardCharsets.UTF_8));
        }
        assertThat(VectorFile.read(file, false).vectors()).isDeepEqualTo(new double[][] {{5, 6}});
    }

    @Test
    void whatIsNoSuchTableIsRefusedWithItsPlace() throws IOException {
        refused(
                "dim_0,dim_1\n1,2\n",
                "file.csv:1 has the header dim_0, dim_1; expected a CSV with a header of segment");
        refused("segment,x\n1,2\n", "file.csv:1 has the header");
        refused("segment,dim_0\n", "holds no vectors");
        refused("", "holds no vectors");
        refused("segment,dim_0\n1,2\n1\n", "file.csv:3 has 1 fields, the header has 2");
        refused("segment,dim_0\n1,NaN\n", "file.csv:2 has \"NaN\" in the column dim_0; allowed is a finite number");
        refused("segment,dim_0\n1,two\n", "file.csv:2 has \"two\"");
        refused("segment,dim_0\n0.5,2\n", "allowed is a whole number from 0");
        refused("segment,dim_0\n-1,2\n", "allowed is a whole number from 0");
        assertThatThrownBy(() -> VectorFile.read(directory.resolve("none.csv"), false))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining("does not exist");
    }

    private void refused(String text, String message) throws IOException {
        Path file = plain(text);
        assertThatThrownBy(() -> VectorFile.read(file, true))
                .isInstanceOf(BadRequestException.class)
                .hasMessageContaining(message);
    }

    private Path plain(String text) throws IOException {
        return Files.writeString(directory.resolve("file.csv"), text);
    }
}
