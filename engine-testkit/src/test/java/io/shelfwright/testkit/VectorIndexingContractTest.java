package io.shelfwright.testkit;

import io.shelfwright.spi.InstanceContext;
import io.shelfwright.spi.VectorIndex;
import io.shelfwright.spi.VectorIndexing;
import io.shelfwright.spi.VectorPoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.IntPredicate;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.extension.ExtendWith;

class VectorIndexingContractTest {

    @ExtendWith(OnlyOnPurpose.class)
    static class Suspect extends VectorIndexingContract {
        @Override
        protected VectorIndexing indexing(InstanceContext context) {
            return Suspects.<Supplier<VectorIndexing>>present().get();
        }
    }

    /** Looks at all points; its file tells how many there are. */
    private static class Behaved implements VectorIndexing {
        @Override
        public void build(VectorPoints points, Path directory, long seed, int threads) throws IOException {
            Files.writeString(directory.resolve("size.txt"), Integer.toString(points.size()));
        }

        @Override
        public VectorIndex open(VectorPoints points, Path directory) throws IOException {
            if (!Files.readString(directory.resolve("size.txt")).equals(Integer.toString(points.size()))) {
                throw new IOException(directory + " is an index of other points");
            }
            return new Scan(points);
        }
    }

    private static class Scan implements VectorIndex {
        private final VectorPoints points;
        private final Thread maker = Thread.currentThread();
        private final List<Integer> seen = new CopyOnWriteArrayList<>();

        Scan(VectorPoints points) {
            this.points = points;
        }

        @Override
        public int[] search(float[] query, int k, IntPredicate accept, int visitLimit) {
            return IntStream.range(0, points.size())
                    .filter(accept)
                    .boxed()
                    .sorted(Comparator.comparingDouble((Integer point) -> -points.dot(query, point)))
                    .limit(k)
                    .mapToInt(Integer::intValue)
                    .toArray();
        }

        @Override
        public long bytes() {
            return 0;
        }

        @Override
        public void close() {}
    }

    private static Supplier<VectorIndexing> but(Deed deed) {
        return () -> new Behaved() {
            @Override
            public VectorIndex open(VectorPoints points, Path directory) throws IOException {
                super.open(points, directory).close();
                return new Scan(points) {
                    @Override
                    public int[] search(float[] query, int k, IntPredicate accept, int visitLimit) {
                        return deed.apply(this, super.search(query, k, accept, visitLimit), k, visitLimit);
                    }
                };
            }
        };
    }

    private interface Deed {
        int[] apply(Scan self, int[] found, int k, int visitLimit);
    }

    private static Supplier<VectorIndexing> acceptingAll() {
        return () -> new Behaved() {
            @Override
            public VectorIndex open(VectorPoints points, Path directory) throws IOException {
                super.open(points, directory).close();
                return new Scan(points) {
                    @Override
                    public int[] search(float[] query, int k, IntPredicate accept, int visitLimit) {
                        return super.search(query, k, point -> true, visitLimit);
                    }
                };
            }
        };
    }

    private static Supplier<VectorIndexing> stamping() {
        return () -> new Behaved() {
            @Override
            public void build(VectorPoints points, Path directory, long seed, int threads) throws IOException {
                super.build(points, directory, seed, threads);
                Files.writeString(directory.resolve("stamp.txt"), directory.toString());
            }
        };
    }

    private static Supplier<VectorIndexing> trusting(boolean missingFiles) {
        return () -> new Behaved() {
            @Override
            public VectorIndex open(VectorPoints points, Path directory) throws IOException {
                boolean there = Files.exists(directory.resolve("size.txt"));
                return there == missingFiles ? super.open(points, directory) : new Scan(points);
            }
        };
    }

    @TestFactory
    Stream<DynamicTest> everySentenceFindsTheIndexThatBreaksIt() {
        return Suspects.<Supplier<VectorIndexing>>of(Suspect.class, Behaved::new)
                .breaks("pointsAreFoundEachOnceAndAtMostAsManyAsAreWanted", but((self, found, k, visitLimit) -> {
                    if (k != 10 && found.length > 1 && k < 100) {
                        found[1] = found[0];
                    }
                    return found;
                }))
                .breaks("onlyAcceptedPointsAreFound", acceptingAll())
                .breaks(
                        "mostOfTheNearestPointsAreFound",
                        but((self, found, k, visitLimit) -> Arrays.copyOf(found, Math.min(found.length, 3))))
                .breaks(
                        "theSameQuestionGetsTheSameAnswerFromAnyInstanceAndInFourThreads",
                        but((self, found, k, visitLimit) -> Thread.currentThread() == self.maker ? found : new int[0]))
                .breaks("theSamePointsAndSeedGiveTheSameBytes", stamping())
                .breaks("anIndexOfOtherPointsIsRefused", trusting(false))
                .breaks("missingFilesAreRefused", trusting(true))
                .breaks("oneMoreThanAllAndHardlyAnyVisitsAreNoTrouble", but((self, found, k, visitLimit) -> {
                    if (visitLimit == 1) {
                        throw new IllegalArgumentException("too few visits");
                    }
                    return found;
                }))
                .breaks("theQuestionIsNotChangedAndNothingIsKept", but((self, found, k, visitLimit) -> {
                    self.seen.add(k);
                    return found;
                }))
                .tests();
    }
}
