package io.shelfwright.gbdt;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scorer against XGBoost on public data sets, where they are at hand. */
class PublicDataTest {
    @TempDir
    Path directory;

    @Test
    void sparseMushroomsGetTheBitsOfXgboost() throws Exception {
        SyntheticRows train = libsvm("agaricus.txt.train.gz", 127);
        SyntheticRows test = libsvm("agaricus.txt.test.gz", 127);
        assertThat(train.rows()).isEqualTo(6513);
        assertSameBits(train, test, 30);
    }

    @Test
    void denseCollisionsGetTheBitsOfXgboost() throws Exception {
        SyntheticRows train = tsv("higgs_small_binary.train.tsv.gz", 28);
        SyntheticRows test = tsv("higgs_small_binary.test.tsv.gz", 28);
        assertThat(test.rows()).isEqualTo(500);
        assertSameBits(train, test, 100);
    }

    private void assertSameBits(SyntheticRows train, SyntheticRows test, int trees) throws Exception {
        try (XgboostPeer peer = XgboostPeer.train(train, trees, Map.of("max_depth", 6))) {
            BoostedTrees model = BoosterFile.read(peer.save(directory), train.columns());
            for (SyntheticRows rows : List.of(train, test)) {
                float[] margins = new float[rows.rows()];
                new JavaTreeScorer(model).score(rows.values(), rows.rows(), rows.columns(), margins, 0, 1);
                assertThat(margins).isEqualTo(peer.margins(rows.values(), rows.rows(), rows.columns()));
            }
        }
    }

    private static SyntheticRows libsvm(String name, int columns) throws IOException {
        List<String> lines = lines(name);
        float[] values = new float[lines.size() * columns];
        Arrays.fill(values, Float.NaN);
        float[] labels = new float[lines.size()];
        for (int row = 0; row < labels.length; row++) {
            String[] fields = lines.get(row).split(" ", -1);
            labels[row] = Float.parseFloat(fields[0]);
            for (int i = 1; i < fields.length; i++) {
                int colon = fields[i].indexOf(':');
                int column = Integer.parseInt(fields[i].substring(0, colon));
                values[row * columns + column] = Float.parseFloat(fields[i].substring(colon + 1));
            }
        }
        return new SyntheticRows(SyntheticRows.schema(columns), labels.length, values, labels);
    }

    private static SyntheticRows tsv(String name, int columns) throws IOException {
        List<String> lines = lines(name);
        float[] values = new float[lines.size() * columns];
        float[] labels = new float[lines.size()];
        for (int row = 0; row < labels.length; row++) {
            String[] fields = lines.get(row).split("\t", -1);
            labels[row] = Float.parseFloat(fields[0]);
            for (int column = 0; column < columns; column++) {
                values[row * columns + column] = Float.parseFloat(fields[column + 1]);
            }
        }
        return new SyntheticRows(SyntheticRows.schema(columns), labels.length, values, labels);
    }

    private static List<String> lines(String name) throws IOException {
        Path file = shared().resolve("data").resolve("ltr").resolve(name);
        Assumptions.assumeTrue(Files.exists(file), "needs ../shared/data/ltr/" + name + " which is absent");
        try (BufferedReader reader = new BufferedReader(
                new InputStreamReader(new GZIPInputStream(Files.newInputStream(file)), StandardCharsets.UTF_8))) {
            return reader.lines().toList();
        }
    }

    private static Path shared() {
        Path folder = Path.of(System.getProperty("user.dir")).toAbsolutePath();
        while (folder != null) {
            Path shared = folder.resolveSibling("shared");
            if (Files.isDirectory(shared)) {
                return shared;
            }
            folder = folder.getParent();
        }
        return Path.of("shared");
    }
}
