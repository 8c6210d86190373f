package io.shelfwright.engine.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.api.Item;
import io.shelfwright.api.SnapshotException;
import io.shelfwright.spi.NearestItems;
import io.shelfwright.spi.VectorIndex;
import io.shelfwright.spi.VectorIndexing;
import io.shelfwright.spi.VectorPoints;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntPredicate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Indices beside vectors: asked where they help, and passed over where they would give too little. */
class VectorIndexesTest {
    private static final int ITEMS = 4_000;
    private static final int DIMENSION = 5;

    @TempDir
    private Path directory;

    private final List<Item> items = SyntheticVectors.items(ITEMS);
    private final SyntheticVectors rows = new SyntheticVectors(ITEMS, DIMENSION, new SplittableRandom(3));
    private final Plain indexing = new Plain();
    private final VectorIndexes indexes = new VectorIndexes("plain", indexing, 100);

    @BeforeEach
    void write() throws IOException {
        VectorFiles.write(directory, SyntheticVectors.space("collaborative", DIMENSION), items, rows);
    }

    private StoredVectors stored() {
        return VectorFiles.read(directory, "collaborative", items, 0);
    }

    @Test
    void anIndexFindsWhatALookAtEverythingFinds() throws IOException {
        indexes.build(directory, items, 1);
        StoredVectors plain = stored();
        StoredVectors indexed = indexes.open(directory, plain);
        for (int query = 0; query < 20; query++) {
            float[] vector = rows.rows[query * 31];
            int modulus = 1 + query % 3;
            assertSame(
                    indexed.nearest(vector, 20, item -> item % modulus == 0),
                    plain.nearest(vector, 20, item -> item % modulus == 0));
            assertSame(indexed.similar(query * 5, 20), plain.similar(query * 5, 20));
        }
        assertThat(indexing.searches.get()).isEqualTo(40);
        assertThat(indexed.bytes()).isGreaterThan(plain.bytes());
    }

    private static void assertSame(NearestItems found, NearestItems expected) {
        assertThat(found.items()).containsExactly(expected.items());
        assertThat(found.scores()).containsExactly(expected.scores());
    }

    @Test
    void aNarrowFilterOfEvenDistancesIsNotTakenForAWideOne() throws IOException {
        indexes.build(directory, items, 1);
        StoredVectors plain = stored();
        StoredVectors indexed = indexes.open(directory, plain);

        // Of 512 places at even distances among 4,000 items, every 16th is a multiple of 125.
        assertSame(
                indexed.nearest(rows.rows[7], 10, item -> item % 125 == 0),
                plain.nearest(rows.rows[7], 10, item -> item % 125 == 0));
        assertThat(indexing.searches.get()).isZero();
    }

    @Test
    void aNarrowFilterIsLookedThroughExactly() throws IOException {
        indexes.build(directory, items, 1);
        StoredVectors indexed = indexes.open(directory, stored());

        NearestItems found = indexed.nearest(rows.rows[0], 10, item -> item % 500 == 0);

        assertThat(found.size())
                .as("eight items are accepted, item 1500 among those with vectors")
                .isEqualTo(8);
        assertThat(indexing.searches.get()).isZero();
    }

    @Test
    void whereAnIndexGivesUpAllItemsAreLookedAt() throws IOException {
        indexes.build(directory, items, 1);
        StoredVectors indexed = indexes.open(directory, stored());
        indexing.most = 3;

        assertSame(indexed.nearest(rows.rows[0], 10, item -> true), stored().nearest(rows.rows[0], 10, item -> true));
        assertThat(indexing.searches.get()).isEqualTo(1);
    }

    @Test
    void aSmallSpaceGetsNoIndex() throws IOException {
        VectorIndexes large = new VectorIndexes("plain", indexing, ITEMS);
        large.build(directory, items, 1);

        assertThat(directory.resolve("collaborative").resolve("index")).doesNotExist();
        large.open(directory, stored()).nearest(rows.rows[0], 10, item -> true);
        assertThat(indexing.searches.get()).isZero();
    }

    @Test
    void anIndexOfOtherVectorsIsNotUsedAndADamagedOneIsRefused() throws IOException {
        indexes.build(directory, items, 1);
        rows.rows[0][0] += 1;
        write();
        indexes.open(directory, stored()).nearest(rows.rows[0], 10, item -> true);
        assertThat(indexing.searches.get()).isZero();

        indexes.build(directory, items, 1);
        Files.delete(directory.resolve("collaborative/index/cosine/points"));
        assertThatThrownBy(() -> indexes.open(directory, stored()))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContainingAll("collaborative", "cannot be opened");
    }

    /** An index that looks at every point. */
    private static final class Plain implements VectorIndexing {
        private final AtomicInteger searches = new AtomicInteger();
        private int most = Integer.MAX_VALUE;

        @Override
        public void build(VectorPoints points, Path directory, long seed, int threads) throws IOException {
            float[] point = new float[points.dimension()];
            for (int i = 0; i < points.size(); i++) {
                points.copy(i, point);
                assertThat(Cosine.length(point)).isBetween(0.9999f, 1.0001f);
            }
            Files.writeString(directory.resolve("points"), "" + points.size());
        }

        @Override
        public VectorIndex open(VectorPoints points, Path directory) throws IOException {
            assertThat(Files.readString(directory.resolve("points"))).isEqualTo("" + points.size());
            return new VectorIndex() {
                @Override
                public int[] search(float[] query, int k, IntPredicate accept, int visitLimit) {
                    searches.incrementAndGet();
                    List<Integer> found = new ArrayList<>();
                    for (int point = 0; point < points.size(); point++) {
                        if (accept.test(point)) {
                            found.add(point);
                        }
                    }
                    found.sort(java.util.Comparator.comparingDouble(point -> -points.dot(query, point)));
                    return found.stream()
                            .limit(Math.min(k, most))
                            .mapToInt(point -> point)
                            .toArray();
                }

                @Override
                public long bytes() {
                    return 1;
                }

                @Override
                public void close() {}
            };
        }
    }
}
