package io.shelfwright.learning.offpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.shelfwright.learning.SharedFiles;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Against the estimates of another implementation on ten thousand logged rounds, where they are at hand. */
class RoundsReferenceTest {
    private static final Offset<Double> EXACT = within(1e-12);

    private JsonNode reference;
    private LoggedRounds rounds;
    private JsonNode report;

    @BeforeEach
    void readReferences() {
        reference = SharedFiles.json("offpolicy", "estimates_men_random_to_bts.json");
        rounds = RoundsFile.read(SharedFiles.file("offpolicy", "rounds_men_random_to_bts.csv.gz"));
        report = RoundsEvaluation.of(rounds).json();
    }

    @Test
    void everyEstimateHasTheReferencesValueErrorAndInterval() {
        JsonNode estimates = reference.get("estimates");
        assertThat(estimates).hasSize(27);
        estimates.fieldNames().forEachRemaining(name -> {
            JsonNode expected = estimates.get(name);
            JsonNode found = report.path(name);
            assertThat(found.path("value").asDouble(Double.NaN)).as(name).isCloseTo(value(expected, "value"), EXACT);
            assertThat(found.path("se").asDouble(Double.NaN)).as(name).isCloseTo(value(expected, "se"), EXACT);
            for (int end = 0; end < 2; end++) {
                assertThat(found.path("ci95").path(end).asDouble(Double.NaN))
                        .as(name)
                        .isCloseTo(expected.get("normal_ci95").get(end).asDouble(), EXACT);
            }
        });
    }

    @Test
    void everyLowerBoundIsTheReferences() {
        for (Estimator estimator : Estimator.standard(true)) {
            JsonNode expected = reference.get("estimates").get(estimator.name());
            LowerBounds found = LowerBounds.of(estimator.terms(rounds), 0.05);
            assertThat(found.studentT())
                    .as(estimator.name())
                    .isCloseTo(value(expected, "student_t_lower_delta0_05"), EXACT);
            assertThat(found.hoeffding())
                    .as(estimator.name())
                    .isCloseTo(value(expected, "hoeffding_lower_delta0_05"), EXACT);
            assertThat(found.bernstein())
                    .as(estimator.name())
                    .isCloseTo(value(expected, "bernstein_lower_delta0_05"), EXACT);
        }
    }

    @Test
    void tuningChoosesTheReferencesLambdas() {
        JsonNode tuned = reference.get("tuned");
        assertThat(tuned).hasSize(8);
        tuned.fieldNames().forEachRemaining(name -> {
            JsonNode expected = tuned.get(name);
            JsonNode found = report.path("tuned").path(name);
            assertThat(found.path("best_lambda")).as(name).isEqualTo(expected.get("best_lambda"));
            assertThat(found.path("value").asDouble(Double.NaN)).as(name).isCloseTo(value(expected, "value"), EXACT);
            assertThat(value(report.get(name), "value")).as(name).isCloseTo(value(expected, "value"), EXACT);
            JsonNode scores = expected.path("mse_scores");
            scores.fieldNames().forEachRemaining(lambda -> assertThat(
                            found.path("mse_scores").path(lambda).asDouble(Double.NaN))
                    .as(name + " " + lambda)
                    .isCloseTo(value(scores, lambda), EXACT));
        });
    }

    @Test
    void firstRoundsHaveTheReferencesEstimates() {
        JsonNode prefixes = reference.get("prefix_estimates");
        assertThat(report.get("prefix_estimates")).hasSameSizeAs(prefixes).hasSize(3);
        prefixes.fieldNames().forEachRemaining(count -> {
            JsonNode expected = prefixes.get(count);
            expected.fieldNames().forEachRemaining(name -> assertThat(report.get("prefix_estimates")
                            .path(count)
                            .path(name)
                            .asDouble(Double.NaN))
                    .as(count + " " + name)
                    .isCloseTo(value(expected, name), EXACT));
        });
    }

    @Test
    void weightsAndTheDeltaMethodsErrorAreTheReferences() {
        JsonNode expected = reference.get("importance_weights");
        expected.fieldNames().forEachRemaining(name -> assertThat(value(report.get("importance_weights"), name))
                .as(name)
                .isCloseTo(value(expected, name), within(1e-9)));
        assertThat(report.get("snipw_delta_method_se").asDouble())
                .isCloseTo(reference.get("snipw_delta_method_se").asDouble(), EXACT);
        assertThat(report.get("verdict").get("usable").asBoolean()).isTrue();
    }

    private static double value(JsonNode node, String name) {
        assertThat(node.path(name).isNumber()).as(name).isTrue();
        return node.get(name).asDouble();
    }
}
