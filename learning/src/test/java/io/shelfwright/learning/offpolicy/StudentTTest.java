package io.shelfwright.learning.offpolicy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class StudentTTest {
    @Test
    void oneDegreeIsTheCauchyDistribution() {
        for (double p : new double[] {0.6, 0.9, 0.95, 0.999}) {
            assertThat(StudentT.quantile(p, 1)).isCloseTo(Math.tan(Math.PI * (p - 0.5)), within(1e-9));
        }
    }

    @Test
    void twoDegreesHaveAClosedForm() {
        for (double p : new double[] {0.6, 0.9, 0.95, 0.999}) {
            double expected = (2 * p - 1) / Math.sqrt(2 * p * (1 - p));
            assertThat(StudentT.quantile(p, 2)).isCloseTo(expected, within(1e-10));
        }
    }

    @Test
    void manyDegreesAreNormal() {
        assertThat(StudentT.quantile(0.975, 1e7)).isCloseTo(1.959963984540054, within(1e-6));
    }
}
