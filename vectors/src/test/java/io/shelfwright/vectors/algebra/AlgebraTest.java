package io.shelfwright.vectors.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.testkit.RandomCases;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class AlgebraTest {
    @Test
    void choleskySolvesWhatItIsGiven() {
        RandomCases.run(40, (seed, random) -> {
            int n = 1 + random.nextInt(20);
            double[] matrix = positive(random, n);
            double[] wanted = random.doubles(n, -1, 1).toArray();
            double[] b = times(matrix, wanted, n);
            double[] factor = matrix.clone();
            Cholesky.factor(factor, n);
            Cholesky.solve(factor, n, b);
            assertThat(b).containsExactly(wanted, within(1e-9));
        });
    }

    @Test
    void choleskyRefusesAMatrixThatIsNotPositiveDefinite() {
        assertThatThrownBy(() -> Cholesky.factor(new double[] {1, 2, 2, 1}, 2))
                .isInstanceOf(ArithmeticException.class)
                .hasMessageContaining("pivot 1 of 2")
                .hasMessageContaining("raise the regularisation");
        assertThatThrownBy(() -> Cholesky.factor(new double[] {Double.NaN}, 1)).isInstanceOf(ArithmeticException.class);
    }

    @Test
    void theInverseTimesTheMatrixIsTheUnitAcrossBlocks() {
        for (int n : new int[] {1, 2, 63, 64, 65, 150}) {
            double[] matrix = positive(new java.util.SplittableRandom(n), n);
            double[] inverse = matrix.clone();
            try (Chunks chunks = new Chunks(2)) {
                SymmetricInverse.invert(inverse, n, chunks);
            }
            for (int r = 0; r < n; r++) {
                for (int c = 0; c < n; c++) {
                    double sum = 0;
                    for (int k = 0; k < n; k++) {
                        sum += matrix[r * n + k] * inverse[k * n + c];
                    }
                    assertThat(sum).isCloseTo(r == c ? 1 : 0, within(1e-8));
                }
            }
        }
    }

    @Test
    void anyNumberOfThreadsGivesTheSameBytes() {
        double[] matrix = positive(new java.util.SplittableRandom(7), 130);
        double[] one = matrix.clone();
        double[] four = matrix.clone();
        try (Chunks single = new Chunks(1);
                Chunks several = new Chunks(4)) {
            SymmetricInverse.invert(one, 130, single);
            SymmetricInverse.invert(four, 130, several);
            float[] values = new float[130 * 130];
            for (int at = 0; at < values.length; at++) {
                values[at] = (float) matrix[at];
            }
            assertThat(Gramian.of(values, 10, several)).containsExactly(Gramian.of(values, 10, single));
        }
        assertThat(four).containsExactly(one);
    }

    @Test
    void theGramianIsTheSumOfOuterProducts() {
        RandomCases.run(20, (seed, random) -> {
            int d = 1 + random.nextInt(6);
            int rows = 1 + random.nextInt(40);
            float[] values = new float[rows * d];
            for (int at = 0; at < values.length; at++) {
                values[at] = random.nextFloat() - 0.5f;
            }
            double[] gramian;
            try (Chunks chunks = new Chunks(2)) {
                gramian = Gramian.of(values, d, chunks);
            }
            for (int r = 0; r < d; r++) {
                for (int c = r; c < d; c++) {
                    double sum = 0;
                    for (int row = 0; row < rows; row++) {
                        sum += (double) values[row * d + r] * values[row * d + c];
                    }
                    assertThat(gramian[r * d + c]).isCloseTo(sum, within(1e-12));
                }
            }
        });
    }

    private static double[] positive(RandomGenerator random, int n) {
        double[] half = random.doubles((long) n * n, -1, 1).toArray();
        double[] matrix = new double[n * n];
        for (int r = 0; r < n; r++) {
            for (int c = 0; c < n; c++) {
                double sum = r == c ? 0.5 : 0;
                for (int k = 0; k < n; k++) {
                    sum += half[r * n + k] * half[c * n + k];
                }
                matrix[r * n + c] = sum;
            }
        }
        return matrix;
    }

    private static double[] times(double[] matrix, double[] x, int n) {
        double[] b = new double[n];
        for (int r = 0; r < n; r++) {
            for (int c = 0; c < n; c++) {
                b[r] += matrix[r * n + c] * x[c];
            }
        }
        return b;
    }
}
