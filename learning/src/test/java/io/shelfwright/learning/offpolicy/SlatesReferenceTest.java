package io.shelfwright.learning.offpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.shelfwright.learning.SharedFiles;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Against the estimates of another implementation on a thousand synthetic slates, where they are at hand. */
class SlatesReferenceTest {
    @Test
    void everyEstimateIsTheReferences() {
        JsonNode expected = SharedFiles.json("offpolicy", "slate_cascade_additive_ranking_estimates.json")
                .get("estimates");
        Path file = SharedFiles.file("offpolicy", "slate_cascade_additive_ranking.csv.gz");
        Optional<Path> qhat = SlatesFile.companion(file, "_qhat");
        Optional<Path> logits = SlatesFile.companion(file, "_logits");
        assertThat(qhat).isPresent();
        assertThat(logits).isPresent();
        PolicyReport report = SlatesEvaluation.of(SlatesFile.read(file, qhat, logits));
        JsonNode found = report.json();
        assertThat(report.estimates().keySet()).hasSize(10);
        expected.fieldNames().forEachRemaining(name -> assertThat(
                        found.path(name).path("value").asDouble(Double.NaN))
                .as(name)
                .isCloseTo(expected.get(name).asDouble(), within(1e-12)));
        assertThat(report.refusals().get("sips_weights")).hasSize(6);
        assertThat(report.refusals().get("iips_weights")).isEmpty();
        assertThat(report.usable()).isFalse();
    }
}
