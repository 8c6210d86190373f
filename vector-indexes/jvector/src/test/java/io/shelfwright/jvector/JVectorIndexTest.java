package io.shelfwright.jvector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.spi.VectorIndex;
import io.shelfwright.spi.VectorPoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A stored graph: it finds nearly all that a look at every point finds, and knows its limits. */
class JVectorIndexTest {
    private static final int POINTS = 3_000;
    private static final JVectorSettings SETTINGS = new JVectorSettings(16, 60, 100, 2);

    @TempDir
    private Path directory;

    private final Sphere points = new Sphere(POINTS, 16, 20);

    private VectorIndex built(int threads) throws IOException {
        JVectorIndexing indexing = new JVectorIndexing(SETTINGS);
        indexing.build(points, directory, 1, threads);
        return indexing.open(points, directory);
    }

    private Set<Integer> exact(float[] query, int k, int modulus) {
        List<Integer> all = new ArrayList<>();
        for (int point = 0; point < POINTS; point += modulus) {
            all.add(point);
        }
        all.sort(Comparator.comparingDouble(point -> -points.dot(query, point)));
        return new HashSet<>(all.subList(0, k));
    }

    @Test
    void nearlyAllOfTheNearestAreFoundWithAndWithoutAFilter() throws IOException {
        try (VectorIndex index = built(2)) {
            for (int modulus : new int[] {1, 3}) {
                int found = 0;
                for (int query = 0; query < 50; query++) {
                    float[] vector = points.rows[query * 17];
                    Set<Integer> exact = exact(vector, 10, modulus);
                    int[] nearest = index.search(vector, 10, point -> point % modulus == 0, POINTS);
                    assertThat(nearest).hasSize(10).doesNotHaveDuplicates();
                    assertThat(Arrays.stream(nearest)).allMatch(point -> point % modulus == 0);
                    for (int point : nearest) {
                        found += exact.contains(point) ? 1 : 0;
                    }
                }
                assertThat(found).as("of 500, one in " + modulus).isGreaterThan(475);
            }
            assertThat(index.bytes()).isPositive();
        }
    }

    @Test
    void theRightOneOfManyClustersFarApartIsFound() throws IOException {
        int clusters = 60;
        Sphere apart = new Sphere(6_000, 48, clusters);
        JVectorIndexing indexing = new JVectorIndexing(new JVectorSettings(8, 20, 10, 1));
        indexing.build(apart, directory, 1, 2);
        try (VectorIndex index = indexing.open(apart, directory)) {
            int found = 0;
            for (int query = 0; query < clusters; query++) {
                int cluster = query;
                int[] nearest = index.search(apart.rows[query], 10, point -> true, apart.size());
                found += (int) Arrays.stream(nearest)
                        .filter(point -> point % clusters == cluster)
                        .count();
            }
            assertThat(found).as("of 600").isGreaterThan(570);
        }
    }

    @Test
    void theSamePointsGiveTheSameGraphWithOneThread() throws IOException {
        built(1).close();
        byte[] first = Files.readAllBytes(directory.resolve("graph.jvector"));
        Path other = Files.createDirectory(directory.resolve("other"));
        new JVectorIndexing(SETTINGS).build(points, other, 1, 1);

        assertThat(Files.readAllBytes(other.resolve("graph.jvector"))).isEqualTo(first);
    }

    @Test
    void aSearchGivesUpWhereItMayNotVisitMore() throws IOException {
        try (VectorIndex index = built(2)) {
            assertThat(index.search(points.rows[0], 10, point -> false, 500)).isEmpty();
            assertThat(index.search(points.rows[0], 10, point -> true, 5)).isEmpty();
        }
    }

    @Test
    void aGraphOfOtherPointsOrNoneIsRefused() throws IOException {
        built(2).close();
        JVectorIndexing indexing = new JVectorIndexing(SETTINGS);

        assertThatThrownBy(() -> indexing.open(new Sphere(POINTS - 1, 16, 20), directory))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("3000 points");
        Files.write(directory.resolve("graph.jvector"), new byte[100]);
        assertThatThrownBy(() -> indexing.open(points, directory)).isInstanceOf(IOException.class);
    }

    /** Synthetic points in clusters. */
    private static final class Sphere implements VectorPoints {
        private final float[][] rows;

        Sphere(int size, int dimension, int clusters) {
            SplittableRandom random = new SplittableRandom(7);
            rows = new float[size][dimension];
            for (int i = 0; i < size; i++) {
                SplittableRandom cluster = new SplittableRandom(i % clusters);
                double length = 0;
                for (int j = 0; j < dimension; j++) {
                    rows[i][j] = (float) (cluster.nextGaussian() + 0.5 * random.nextGaussian());
                    length += rows[i][j] * rows[i][j];
                }
                for (int j = 0; j < dimension; j++) {
                    rows[i][j] /= (float) Math.sqrt(length);
                }
            }
        }

        @Override
        public int size() {
            return rows.length;
        }

        @Override
        public int dimension() {
            return rows[0].length;
        }

        @Override
        public void copy(int point, float[] target) {
            System.arraycopy(rows[point], 0, target, 0, target.length);
        }

        @Override
        public float dot(float[] query, int point) {
            float sum = 0;
            for (int j = 0; j < query.length; j++) {
                sum += query[j] * rows[point][j];
            }
            return sum;
        }
    }
}
