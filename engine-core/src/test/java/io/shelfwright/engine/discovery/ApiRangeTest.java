package io.shelfwright.engine.discovery;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.spi.ApiVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApiRangeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "[1.0,2)   | 1.0 | true",
                "[1.0,2)   | 1.9 | true",
                "[1.0,2)   | 2.0 | false",
                "[1.2,2)   | 1.1 | false",
                "[1.2,2)   | 1.2 | true",
                "(1.2,2)   | 1.2 | false",
                "[1.2,1.3) | 1.3 | false",
                "[1.2,1.3] | 1.3 | true",
                "[1.2.7,2) | 1.2 | true",
                "[0.9,2)   | 1.0 | false",
                "[2,3)     | 1.0 | false",
            })
    void aRangeHoldsVersionsOfTheMajorItBeginsWith(String range, String version, boolean accepted) {
        assertThat(ApiRange.parse(range).accepts(ApiVersion.parse(version))).isEqualTo(accepted);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1.0", "[1.0]", "[2,1)", "(1.0,1.0)", "[a,b)", "[1.0,2.0.0.0)", "[-1,2)", ""})
    void whatIsNoRangeIsRefusedWithTheForm(String text) {
        assertThatThrownBy(() -> ApiRange.parse(text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageMatching(".*(allowed is a range such as \\[1.0,2\\)|allowed is major.minor|negative).*");
    }

    @Test
    void theVersionThatPluginsAreCheckedAgainstIsThatOfThePackageTheyAreBuiltAgainst() throws IOException {
        try (InputStream packageInfo = ApiVersion.class.getResourceAsStream("packageinfo")) {
            assertThat(new String(packageInfo.readAllBytes(), StandardCharsets.UTF_8).strip())
                    .isEqualTo("version " + ApiVersion.CURRENT);
        }
    }

    @Test
    void aRangeIsWrittenAsItIsRead() {
        assertThat(ApiRange.parse(" (1.2, 2] ")).hasToString("(1.2,2.0]");
    }
}
