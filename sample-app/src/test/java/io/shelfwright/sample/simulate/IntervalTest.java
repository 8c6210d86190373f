package io.shelfwright.sample.simulate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class IntervalTest {
    @Test
    void theStandardErrorIsThatOfTheMean() {
        Interval interval = Interval.of(new double[] {1, 2, 3, 4});
        assertThat(interval.mean()).isEqualTo(2.5);
        assertThat(interval.standardError()).isCloseTo(Math.sqrt(5.0 / 3 / 4), within(1e-12));
        assertThat(interval.high() - interval.low()).isCloseTo(3.92 * interval.standardError(), within(1e-4));
    }

    @Test
    void aConstantDifferenceIsCertain() {
        Interval gain = Interval.ofDifferences(new double[] {3, 8, 1}, new double[] {1, 6, -1});
        assertThat(gain.mean()).isEqualTo(2);
        assertThat(gain.standardError()).isZero();
    }
}
