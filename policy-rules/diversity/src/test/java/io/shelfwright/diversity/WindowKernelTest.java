package io.shelfwright.diversity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.shelfwright.spi.PlacementRule;
import io.shelfwright.testkit.RandomCases;
import io.shelfwright.testkit.TestCatalog;
import io.shelfwright.testkit.TestCatalogBuilder;
import io.shelfwright.testkit.TestPrefix;
import io.shelfwright.testkit.TestUser;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class WindowKernelTest {
    private static final int ITEMS = 6;

    @Test
    void dppPenaltiesAddUpToTheLogDeterminantByDefinition() {
        RandomCases.run(50, (seed, random) -> {
            double[][] vectors = vectors(random, 8);
            TestCatalog catalog = catalog(vectors);
            PlacementRule rule = new DppRule(new DppSettings(9, 1, 20));
            TestPrefix page = TestPrefix.of(catalog, TestUser.of("u").build(catalog));
            double logDeterminant = 0;
            for (int item = 0; item < ITEMS; item++) {
                logDeterminant +=
                        Math.log(1.0001) - rule.forSlot(page, page.next()).penalty(item);
                page.place(item);
            }

            double[][] kernel = new double[ITEMS][ITEMS];
            for (int i = 0; i < ITEMS; i++) {
                for (int j = 0; j < ITEMS; j++) {
                    kernel[i][j] = i == j ? 1.0001 : (1 + dot(vectors[i], vectors[j])) / 2;
                }
            }
            assertThat(logDeterminant).isCloseTo(Math.log(determinant(kernel)), within(1e-8));
        });
    }

    @Test
    void ssdPenaltyIsWhatGramSchmidtLosesOnExplicitVectors() {
        RandomCases.run(50, (seed, random) -> {
            double[][] vectors = vectors(random, 4 + random.nextInt(5));
            TestCatalog catalog = catalog(vectors);
            PlacementRule rule = new SsdRule(new SsdSettings(5, 0.7));
            TestPrefix page = TestPrefix.of(catalog, TestUser.of("u").build(catalog));
            List<double[]> window = new ArrayList<>();
            for (int item = 0; item < ITEMS - 1; item++) {
                page.place(item);
                window.add(vectors[item]);
            }
            // The window of 5 holds the slot and the 4 cards before it: items 1 to 4.
            double norm = residualNorm(window.subList(1, 5), vectors[5]);

            assertThat(rule.forSlot(page, page.next()).penalty(5)).isCloseTo(0.7 * (1 - norm), within(1e-5));
        });
    }

    @Test
    void itemsThatResembleNothingHaveADimensionOfTheirOwn() {
        TestCatalog catalog = TestCatalog.builder()
                .album("a", "x", "rock")
                .show("b", "news")
                .artist("c", "jazz")
                .build();
        WindowKernel kernel = new WindowKernel(catalog, new int[] {0, 1}, 0, 1, 0);

        assertThat(kernel.residualVariance(2)).isEqualTo(1);
        assertThat(kernel.residualVariance(0)).isZero();
    }

    @Test
    void similaritiesThatNoVectorsCouldHaveStillGiveAVariance() {
        TestCatalog catalog = TestCatalog.builder()
                .album("a", "x")
                .album("b", "y")
                .album("c", "z")
                .similarity("a", "b", 0.99)
                .similarity("b", "c", 0.99)
                .similarity("a", "c", 0)
                .build();

        for (double offset : new double[] {0, 0.5}) {
            WindowKernel kernel = new WindowKernel(catalog, new int[] {0, 2}, offset, 1 - offset, 0);
            assertThat(kernel.residualVariance(1)).isBetween(0.0, 1.0);
        }
    }

    /** Returns unit vectors without negative coordinates, so that all similarities lie between 0 and 1. */
    private static double[][] vectors(RandomGenerator random, int dimensions) {
        double[][] vectors = new double[ITEMS][dimensions];
        for (double[] vector : vectors) {
            for (int k = 0; k < dimensions; k++) {
                vector[k] = random.nextDouble();
            }
            double norm = Math.sqrt(dot(vector, vector));
            for (int k = 0; k < dimensions; k++) {
                vector[k] /= norm;
            }
        }
        return vectors;
    }

    private static TestCatalog catalog(double[][] vectors) {
        TestCatalogBuilder builder = TestCatalog.builder();
        for (int i = 0; i < vectors.length; i++) {
            builder.album("item-" + i, "artist-" + i);
            for (int j = 0; j < i; j++) {
                builder.similarity("item-" + i, "item-" + j, dot(vectors[i], vectors[j]));
            }
        }
        return builder.build();
    }

    private static double residualNorm(List<double[]> window, double[] vector) {
        List<double[]> basis = new ArrayList<>();
        for (double[] card : window) {
            double[] rest = residual(basis, card);
            double norm = Math.sqrt(dot(rest, rest));
            if (norm > 1e-3) {
                for (int k = 0; k < rest.length; k++) {
                    rest[k] /= norm;
                }
                basis.add(rest);
            }
        }
        double[] rest = residual(basis, vector);
        return Math.sqrt(dot(rest, rest));
    }

    private static double[] residual(List<double[]> basis, double[] vector) {
        double[] rest = vector.clone();
        for (double[] axis : basis) {
            double along = dot(axis, rest);
            for (int k = 0; k < rest.length; k++) {
                rest[k] -= along * axis[k];
            }
        }
        return rest;
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += a[k] * b[k];
        }
        return sum;
    }

    /** By expansion along the first row: slow, and nothing like a Cholesky factor. */
    private static double determinant(double[][] matrix) {
        if (matrix.length == 1) {
            return matrix[0][0];
        }
        double sum = 0;
        for (int column = 0; column < matrix.length; column++) {
            double[][] minor = new double[matrix.length - 1][matrix.length - 1];
            for (int i = 1; i < matrix.length; i++) {
                for (int j = 0, k = 0; j < matrix.length; j++) {
                    if (j != column) {
                        minor[i - 1][k++] = matrix[i][j];
                    }
                }
            }
            sum += (column % 2 == 0 ? 1 : -1) * matrix[0][column] * determinant(minor);
        }
        return sum;
    }
}
