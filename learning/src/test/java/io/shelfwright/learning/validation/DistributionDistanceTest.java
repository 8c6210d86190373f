package io.shelfwright.learning.validation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import io.shelfwright.learning.SharedFiles;
import java.util.HashMap;
import java.util.Map;
import java.util.SplittableRandom;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

class DistributionDistanceTest {
    private static final Offset<Double> EXACT = within(1e-12);
    private static final double INFINITY = Double.POSITIVE_INFINITY;

    @Test
    void theSharedFixturesAreMet() {
        JsonNode cases =
                SharedFiles.json("validation", "comparator_fixtures.json").get("generated");
        assertThat(cases).hasSize(20);
        for (JsonNode one : cases) {
            CategoryCounts treatment = counts(one.get("cat_treatment"));
            CategoryCounts control = counts(one.get("cat_control"));
            DistributionDistance.LargestGap gap = DistributionDistance.lInfinity(treatment, control);
            assertThat(gap.distance()).isCloseTo(one.get("linf").asDouble(), EXACT);
            assertThat(gap.value()).isEqualTo(one.get("linf_value").asText());
            assertThat(DistributionDistance.normalizedAbsoluteDifference(treatment, control)
                            .distance())
                    .isCloseTo(one.get("normalized_abs_diff").asDouble(), EXACT);
            assertThat(DistributionDistance.jensenShannon(treatment, control))
                    .isCloseTo(one.get("jsd_cat").asDouble(), EXACT);
            assertThat(DistributionDistance.jensenShannon(
                            histogram(one.get("hist_treatment")), histogram(one.get("hist_control"))))
                    .isCloseTo(one.get("jsd_hist").asDouble(), EXACT);
        }
    }

    @Test
    void handComputedDistancesOfCounts() {
        CategoryCounts treatment = CategoryCounts.of(Map.of("a", 3, "b", 1));
        CategoryCounts control = CategoryCounts.of(Map.of("a", 1, "c", 1));
        assertThat(DistributionDistance.lInfinity(treatment, control))
                .isEqualTo(new DistributionDistance.LargestGap(0.5, "c"));
        assertThat(DistributionDistance.normalizedAbsoluteDifference(treatment, control))
                .isEqualTo(new DistributionDistance.LargestGap(2 / 6.0, "a"));
        double first = 0.75 * log2(0.75 / 0.625) + 0.25;
        double second = 0.5 * log2(0.5 / 0.625) + 0.5;
        assertThat(DistributionDistance.jensenShannon(treatment, control)).isCloseTo((first + second) / 2, EXACT);
    }

    @Test
    void ofEqualGapsTheLastValueIsNamed() {
        CategoryCounts treatment = CategoryCounts.of(Map.of("x", 1, "y", 0));
        CategoryCounts control = CategoryCounts.of(Map.of("x", 0, "y", 1));
        assertThat(DistributionDistance.lInfinity(treatment, control).value()).isEqualTo("y");
        CategoryCounts none = CategoryCounts.of(Map.<String, Integer>of());
        assertThat(DistributionDistance.lInfinity(none, none).distance()).isZero();
        assertThat(DistributionDistance.lInfinity(none, control).distance()).isEqualTo(1);
    }

    @Test
    void aBucketIsSpreadEvenlyOverTheCellsItIsCutInto() {
        // 0..2 with 2 against 1..3 with 2: shares 1/2, 1/2, 0 and 0, 1/2, 1/2.
        assertThat(distance(histogram(0, 0, 2, 2), histogram(0, 1, 3, 2))).isCloseTo(0.5, EXACT);
    }

    @Test
    void aPointMeetsTheSamePointOnly() {
        assertThat(distance(histogram(0, 1, 1, 4), histogram(0, 0, 2, 4))).isEqualTo(1);
        assertThat(distance(histogram(0, 1, 1, 4), histogram(0, 1, 1, 9))).isZero();
        assertThat(distance(histogram(0, 1, 1, 1, 2, 2, 1), histogram(0, 2, 2, 1, 3, 3, 1)))
                .isCloseTo(0.5, EXACT);
        assertThat(distance(histogram(0, 0.0, 0.0, 1), histogram(0, -0.0, -0.0, 1)))
                .isZero();
    }

    @Test
    void infiniteValuesAndNanNeverMeet() {
        assertThat(distance(histogram(0, INFINITY, INFINITY, 3), histogram(0, INFINITY, INFINITY, 3)))
                .isEqualTo(1);
        // One tenth of NaN on both sides: 0.1 is apart, 0.9 is equal.
        assertThat(distance(histogram(1, 0, 1, 9), histogram(1, 0, 1, 9))).isCloseTo(0.1, EXACT);
    }

    @Test
    void nothingHasNoDistance() {
        assertThatThrownBy(() -> distance(histogram(0), histogram(0, 0, 1, 1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("without any value");
        assertThatThrownBy(() -> histogram(0, 2, 1, 1))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("bucket 0");
    }

    @Test
    void theDivergenceIsSymmetricWithinBoundsAndZeroForItself() {
        SplittableRandom random = new SplittableRandom(4);
        for (int round = 0; round < 100; round++) {
            NumericHistogram first = random(random);
            NumericHistogram second = random(random);
            double there = distance(first, second);
            assertThat(there).isBetween(0.0, 1.0).isCloseTo(distance(second, first), EXACT);
            assertThat(distance(first, first)).isZero();
            CategoryCounts a = CategoryCounts.of(Map.of("a", random.nextInt(1, 9), "b", random.nextInt(9)));
            CategoryCounts b = CategoryCounts.of(Map.of("b", random.nextInt(1, 9), "c", random.nextInt(9)));
            assertThat(DistributionDistance.jensenShannon(a, b))
                    .isBetween(0.0, 1.0)
                    .isCloseTo(DistributionDistance.jensenShannon(b, a), EXACT);
            assertThat(DistributionDistance.jensenShannon(a, a)).isZero();
        }
    }

    private static NumericHistogram random(SplittableRandom random) {
        double start = random.nextDouble(-1, 1);
        double step = random.nextDouble(0.1, 1);
        double[] cells = new double[3 * (1 + random.nextInt(6))];
        for (int i = 0; i < cells.length; i += 3) {
            cells[i] = start + i / 3 * step;
            cells[i + 1] = start + (i / 3 + 1) * step;
            cells[i + 2] = 1 + random.nextInt(50);
        }
        return histogram(0, cells);
    }

    private static double distance(NumericHistogram treatment, NumericHistogram control) {
        return DistributionDistance.jensenShannon(treatment, control);
    }

    /** Makes a histogram from triples of low, high and count. */
    private static NumericHistogram histogram(double nan, double... cells) {
        double[][] columns = new double[3][cells.length / 3];
        for (int i = 0; i < cells.length; i++) {
            columns[i % 3][i / 3] = cells[i];
        }
        return new NumericHistogram(columns[0], columns[1], columns[2], nan);
    }

    private static NumericHistogram histogram(JsonNode node) {
        double[] cells = new double[3 * node.get("buckets").size()];
        int at = 0;
        for (JsonNode bucket : node.get("buckets")) {
            for (JsonNode number : bucket) {
                cells[at++] = number.asDouble();
            }
        }
        return histogram(node.get("num_nan").asDouble(), cells);
    }

    private static CategoryCounts counts(JsonNode node) {
        Map<String, Double> counts = new HashMap<>();
        node.properties()
                .forEach(entry -> counts.put(entry.getKey(), entry.getValue().asDouble()));
        return CategoryCounts.of(counts);
    }

    private static double log2(double x) {
        return Math.log(x) / Math.log(2);
    }
}
