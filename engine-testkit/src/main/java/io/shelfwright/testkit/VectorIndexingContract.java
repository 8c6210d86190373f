package io.shelfwright.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.spi.InstanceContext;
import io.shelfwright.spi.VectorIndex;
import io.shelfwright.spi.VectorIndexing;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What every way of indexing vectors keeps to, however it searches; extend it and make an instance. */
public abstract class VectorIndexingContract {
    private static final int POINTS = 600;
    private static final int DIMENSION = 16;
    private static final int K = 10;
    private static final int NO_LIMIT = Integer.MAX_VALUE;

    private final SeededPoints points = SeededPoints.draw(1, POINTS, DIMENSION);

    @TempDir
    Path scratch;

    /** Makes the instance under test. */
    protected abstract VectorIndexing indexing(InstanceContext context);

    /** Returns the least share of the nearest 10 of 600 points that a search without a limit finds, on average; 0.8. */
    protected double leastRecall() {
        return 0.8;
    }

    @Test
    void pointsAreFoundEachOnceAndAtMostAsManyAsAreWanted() throws IOException {
        try (VectorIndex index = built(points)) {
            forQueries((query, random) -> {
                int k = 1 + random.nextInt(30);
                int[] found = index.search(query, k, point -> true, NO_LIMIT);
                assertThat(found).doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(k);
                assertThat(IntStream.of(found)).allMatch(point -> point >= 0 && point < POINTS);
            });
        }
    }

    @Test
    void onlyAcceptedPointsAreFound() throws IOException {
        try (VectorIndex index = built(points)) {
            forQueries((query, random) -> {
                IntPredicate accept = point -> point % 3 == 0;
                assertThat(IntStream.of(index.search(query, K, accept, NO_LIMIT)))
                        .allMatch(accept::test);
                assertThat(index.search(query, K, point -> false, NO_LIMIT)).isEmpty();
            });
        }
    }

    @Test
    void mostOfTheNearestPointsAreFound() throws IOException {
        try (VectorIndex index = built(points)) {
            double[] hits = new double[2];
            forQueries((query, random) -> {
                Set<Integer> nearest = nearest(query);
                for (int point : index.search(query, K, any -> true, NO_LIMIT)) {
                    hits[0] += nearest.contains(point) ? 1 : 0;
                }
                hits[1] += K;
            });
            assertThat(hits[0] / hits[1])
                    .as("share of the nearest points that was found")
                    .isGreaterThanOrEqualTo(leastRecall());
        }
    }

    @Test
    void theSameQuestionGetsTheSameAnswerFromAnyInstanceAndInFourThreads() throws IOException {
        try (VectorIndex index = built(points);
                VectorIndex other = built(points)) {
            forQueries((query, random) -> {
                int[] found = index.search(query, K, point -> true, NO_LIMIT);
                assertThat(index.search(query, K, point -> true, NO_LIMIT)).containsExactly(found);
                assertThat(other.search(query, K, point -> true, NO_LIMIT))
                        .as("built again")
                        .containsExactly(found);
                for (int[] answer : FourThreads.ask(() -> index.search(query, K, point -> true, NO_LIMIT))) {
                    assertThat(answer).as("four threads at once").containsExactly(found);
                }
            });
        }
    }

    @Test
    void theSamePointsAndSeedGiveTheSameBytes() throws IOException {
        List<String> first = bytes(build(points));
        assertThat(bytes(build(points))).as("files of a second building").isEqualTo(first);
    }

    @Test
    void anIndexOfOtherPointsIsRefused() throws IOException {
        Path directory = build(points);
        assertThatThrownBy(() -> make().open(SeededPoints.draw(1, POINTS - 100, DIMENSION), directory)
                        .close())
                .isInstanceOf(IOException.class);
    }

    @Test
    void missingFilesAreRefused() throws IOException {
        Path empty = Files.createTempDirectory(scratch, "empty");
        assertThatThrownBy(() -> make().open(points, empty).close()).isInstanceOf(IOException.class);
    }

    @Test
    void oneMoreThanAllAndHardlyAnyVisitsAreNoTrouble() throws IOException {
        try (VectorIndex index = built(points)) {
            float[] query = points.point(0);
            assertThat(index.search(query, 2 * POINTS, point -> true, NO_LIMIT)).hasSizeLessThanOrEqualTo(POINTS);
            assertThat(index.search(query, K, point -> true, 1)).hasSizeLessThanOrEqualTo(K);
            assertThat(index.bytes()).isNotNegative();
        }
        for (int size : new int[] {1, 2, 5}) {
            NamedCase.run(size + " points", () -> {
                SeededPoints few = SeededPoints.draw(3, size, DIMENSION);
                try (VectorIndex index = built(few)) {
                    assertThat(index.search(few.point(0), K, point -> true, NO_LIMIT))
                            .hasSizeLessThanOrEqualTo(size);
                }
            });
        }
    }

    @Test
    void theQuestionIsNotChangedAndNothingIsKept() throws IOException {
        try (VectorIndex index = built(points)) {
            forQueries((query, random) -> index.search(query, K, point -> true, NO_LIMIT));
            long before = StateSize.of(index);
            forQueries((query, random) -> {
                float[] copy = query.clone();
                index.search(query, K, point -> true, NO_LIMIT);
                assertThat(query).as("the query").containsExactly(copy);
            });
            assertThat(StateSize.of(index)).as("objects that the index holds").isLessThanOrEqualTo(before);
        }
    }

    private VectorIndexing make() {
        return indexing(TestContext.of(ContractWorlds.of(0).catalog()));
    }

    private Path build(SeededPoints of) throws IOException {
        Path directory = Files.createTempDirectory(scratch, "index");
        make().build(of, directory, 5, 1);
        return directory;
    }

    private VectorIndex built(SeededPoints of) throws IOException {
        return make().open(of, build(of));
    }

    private Set<Integer> nearest(float[] query) {
        return new HashSet<>(IntStream.range(0, POINTS)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer point) -> -points.dot(query, point)))
                .limit(K)
                .toList());
    }

    private void forQueries(Query check) {
        RandomCases.run(12, (seed, random) -> {
            SplittableRandom own = new SplittableRandom(seed);
            check.check(SeededPoints.unit(own, points.point(own.nextInt(POINTS)), 0.5), own);
        });
    }

    private static List<String> bytes(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            return files.sorted()
                    .map(file -> {
                        try {
                            return file.getFileName() + " " + Arrays.hashCode(Files.readAllBytes(file));
                        } catch (IOException e) {
                            throw new UncheckedIOException(e);
                        }
                    })
                    .toList();
        }
    }

    private interface Query {
        void check(float[] query, SplittableRandom random) throws Exception;
    }
}
