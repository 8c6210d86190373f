package io.shelfwright.learning;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.shelfwright.learning.report.ReportSection;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LearningReportTest {
    private static final ReportSection SECTION = new ReportSection("dataset", facts());

    @Test
    void aRefusalSaysWhyInTheEnd() {
        LearningReport report =
                new LearningReport("trees", "gbdt", 7, null, List.of("there are 3 rows"), List.of(SECTION));
        assertThat(report.published()).isFalse();
        assertThat(report.lines())
                .containsExactly(
                        "dataset",
                        "  explored rows                      12,345",
                        "  positives",
                        "    stream                             40",
                        "  mean raw weight                    1.2500",
                        "refused: ranker 'trees' was not published, the snapshot in use stays",
                        "  because there are 3 rows");
    }

    @Test
    void programsReadTheSameFacts() throws IOException {
        LearningReport report = new LearningReport("trees", "gbdt", 7, "000004", List.of(), List.of(SECTION));
        JsonNode json = new ObjectMapper().readTree(report.json());
        assertThat(json.path("snapshot").asText()).isEqualTo("000004");
        assertThat(json.path("published").asBoolean()).isTrue();
        assertThat(json.path("dataset").path("exploredRows").asInt()).isEqualTo(12345);
        assertThat(json.path("dataset").path("positives").path("stream").asInt())
                .isEqualTo(40);
        assertThat(report.section("join")).isEmpty();
    }

    private static Map<String, Object> facts() {
        Map<String, Object> facts = new LinkedHashMap<>();
        facts.put("exploredRows", 12_345);
        facts.put("positives", Map.of("stream", 40));
        facts.put("meanRawWeight", 1.25);
        return facts;
    }
}
