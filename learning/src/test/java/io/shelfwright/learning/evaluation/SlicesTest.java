package io.shelfwright.learning.evaluation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.learning.evaluation.SliceResult.State;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SlicesTest {

    private static ExampleTable table() {
        List<String> groups = new ArrayList<>();
        List<String> markets = new ArrayList<>();
        List<String> tiers = new ArrayList<>();
        for (int row = 0; row < 400; row++) {
            groups.add("g" + row / 4);
            markets.add(row % 40 < 4 ? "FI" : row % 8 < 4 ? "SE" : "DE");
            tiers.add(row % 3 == 0 ? "free" : "premium");
        }
        double[] values = new double[400];
        for (int row = 0; row < 400; row++) {
            values[row] = row % 2;
        }
        return ExampleTable.of(groups)
                .slice("market", markets)
                .slice("tier", tiers)
                .label("stream", values)
                .score(new ScoreColumn(ScoreColumn.CANDIDATE, "stream", true, values))
                .build();
    }

    private static EvaluationReport report(String... slices) {
        return Evaluator.evaluate(
                table(),
                EvaluationSettings.DEFAULTS
                        .intervals(IntervalMethod.NONE, ResamplingUnit.AUTO)
                        .slices(List.of(slices)));
    }

    @Test
    void keysMultiplyAndValuesFix() {
        Map<String, int[]> slices = Slices.of(table(), List.of("market", "tier=free*market", "market=SE*tier=premium"));
        assertThat(slices.keySet())
                .containsExactly(
                        "overall",
                        "market=DE",
                        "market=FI",
                        "market=SE",
                        "market=SE*tier=premium",
                        "tier=free*market=DE",
                        "tier=free*market=FI",
                        "tier=free*market=SE");
        assertThat(slices.get("overall")).hasSize(400);
        assertThat(slices.get("market=FI")).hasSize(40);
        assertThat(slices.get("market=DE").length + slices.get("market=SE").length)
                .isEqualTo(360);
    }

    @Test
    void whatIsMissingOrTooSmallIsReportedAndNotMeasured() {
        EvaluationReport report = report("market", "market=NO");
        assertThat(report.slice("market=NO").orElseThrow().state()).isEqualTo(State.MISSING);
        SliceResult few = report.slice("market=FI").orElseThrow();
        assertThat(few.state()).isEqualTo(State.TOO_FEW);
        assertThat(few.examples()).isEqualTo(40);
        assertThat(few.objectives()).isEmpty();
        assertThat(report.slice("market=DE").orElseThrow().state()).isEqualTo(State.MEASURED);
        assertThat(String.join("\n", report.lines()))
                .contains("market=NO: 0 examples, 0 requests: missing")
                .contains("market=FI: 40 examples, 10 requests: too few, needed are 100");
        assertThat(report.json().path("slices").path("market=NO").path("state").asText())
                .isEqualTo("missing");
    }

    @Test
    void anUnknownColumnIsNamedWithThoseThereAre() {
        assertThatThrownBy(() -> report("country"))
                .hasMessage("the slice 'country' names the column 'country'; there are market, tier");
    }

    @ParameterizedTest
    @ValueSource(strings = {"market*market", "=SE", "market**tier", "market=SE*market"})
    void aSliceThatIsWrittenWronglyIsRefused(String text) {
        assertThatThrownBy(() -> SliceSpec.parse(text)).hasMessageContaining("joined by *, each column once");
    }
}
