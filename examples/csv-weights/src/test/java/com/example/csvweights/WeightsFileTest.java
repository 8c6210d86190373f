package com.example.csvweights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.api.PluginException;
import io.shelfwright.spi.FeatureDeclaration;
import io.shelfwright.spi.FeatureSchema;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WeightsFileTest {
    private static final FeatureSchema SCHEMA = new FeatureSchema(
            List.of(FeatureDeclaration.of("popularity.rank", "1 is the most popular.", "rank share", 0, 1)));

    @TempDir
    private Path directory;

    @Test
    void commentsAndEmptyLinesArePassedOver() throws IOException {
        assertThat(read("# by hand\n\nfeature, weight\nbias,-3\n  popularity.rank , 2.5\n"))
                .isEqualTo(Map.of("bias", -3.0, "popularity.rank", 2.5));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "weight,feature;bias,1 | line 1: the first line must be 'feature,weight'",
                "feature,weight;bias | line 2: there must be a feature and a weight",
                "feature,weight;bias,1,2 | line 2: there must be a feature and a weight",
                "feature,weight;bias,much | line 2: 'much' is not a finite number",
                "feature,weight;bias,NaN | line 2: 'NaN' is not a finite number",
                "feature,weight;bias,1;bias,2 | line 3: bias is there twice",
                "feature,weight;popularity,1 | line 2: 'popularity' is no feature; those are [popularity.rank]",
                "feature,weight | holds no weights",
            })
    void whatIsWrongIsSaidWithItsLine(String lines, String said) {
        assertThatThrownBy(() -> read(lines.replace(';', '\n')))
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("weights.csv")
                .hasMessageContaining(said);
    }

    @Test
    void aFileThatIsMissingIsNamed() {
        assertThatThrownBy(() -> WeightsFile.read(directory.resolve("none.csv"), SCHEMA))
                .isInstanceOf(PluginException.class)
                .hasMessageContaining("none.csv");
    }

    private Map<String, Double> read(String text) throws IOException {
        return WeightsFile.read(Files.writeString(directory.resolve("weights.csv"), text), SCHEMA);
    }
}
