package io.shelfwright.engine.vectors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.shelfwright.api.Item;
import io.shelfwright.api.SnapshotException;
import io.shelfwright.spi.NearestItems;
import io.shelfwright.spi.VectorOrigin;
import io.shelfwright.testkit.RandomCases;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Vectors in a snapshot: read as they were written, refused beside another catalog or when damaged. */
class VectorFilesTest {
    private static final int ITEMS = 60;
    private static final int DIMENSION = 11;

    @TempDir
    private Path directory;

    private final List<Item> items = SyntheticVectors.items(ITEMS);
    private final SyntheticVectors rows = new SyntheticVectors(ITEMS, DIMENSION, new SplittableRandom(3));

    private void write() throws IOException {
        VectorFiles.write(directory, SyntheticVectors.space("collaborative", DIMENSION), items, rows);
    }

    private StoredVectors read(long mapAbove) {
        return VectorFiles.read(directory, "collaborative", items, mapAbove);
    }

    @Test
    void vectorsAreReadAsTheyWereWritten() throws IOException {
        write();

        for (long mapAbove : new long[] {0, Long.MAX_VALUE}) {
            StoredVectors vectors = read(mapAbove);
            assertThat(vectors.description()).isEqualTo(SyntheticVectors.space("collaborative", DIMENSION));
            float[] row = new float[DIMENSION];
            for (int item = 0; item < ITEMS; item++) {
                assertThat(vectors.origin(item)).isEqualTo(rows.origin(item));
                vectors.copy(item, row);
                assertThat(row).isEqualTo(vectors.knows(item) ? rows.rows[item] : new float[DIMENSION]);
            }
        }
    }

    @Test
    void aMappedFileGivesTheSameBitsAsALoadedOne() throws IOException {
        write();
        StoredVectors loaded = read(Long.MAX_VALUE);
        StoredVectors mapped = read(0);

        for (int a = 0; a < ITEMS; a++) {
            for (int b = 0; b < ITEMS; b++) {
                assertThat(mapped.dot(a, b)).isEqualTo(loaded.dot(a, b)).isEqualTo(loaded.dot(b, a));
                assertThat(mapped.cosine(a, b)).isEqualTo(loaded.cosine(b, a)).isBetween(-1.0, 1.0);
            }
        }
    }

    @Test
    void theVersionChangesWithAnyVectorAndOnlyThen() throws IOException {
        write();
        String version = read(0).version();
        write();
        assertThat(read(0).version()).isEqualTo(version);

        rows.rows[17][3] += 1e-6f;
        write();
        assertThat(read(0).version()).isNotEqualTo(version);
    }

    @Test
    void theNearestAreThoseThatSortingFindsWhateverTheFilter() {
        RandomCases.run(20, (seed, random) -> {
            SyntheticVectors some = new SyntheticVectors(ITEMS, DIMENSION, random);
            Path own = directory.resolve("case-" + seed);
            VectorFiles.write(own, SyntheticVectors.space("collaborative", DIMENSION), items, some);
            StoredVectors vectors = VectorFiles.read(own, "collaborative", items, seed % 2 == 0 ? 0 : Long.MAX_VALUE);
            float[] query = some.rows[random.nextInt(ITEMS)].clone();
            int modulus = 1 + random.nextInt(5);
            int k = random.nextInt(ITEMS);

            List<Integer> expected = new ArrayList<>();
            for (int item = 0; item < ITEMS; item++) {
                if (vectors.knows(item) && item % modulus == 0) {
                    expected.add(item);
                }
            }
            expected.sort(Comparator.<Integer>comparingDouble(item -> -vectors.dot(query, item))
                    .thenComparing(item -> item));
            NearestItems found = vectors.nearest(query, k, item -> item % modulus == 0);
            assertThat(found.items())
                    .containsExactly(expected.subList(0, Math.min(k, expected.size())).stream()
                            .mapToInt(item -> item)
                            .toArray());
        });
    }

    @Test
    void similarItemsAreByCosineAndLeaveTheItemOut() throws IOException {
        write();
        StoredVectors vectors = read(0);

        NearestItems similar = vectors.similar(0, 10);

        assertThat(similar.size()).isEqualTo(10);
        assertThat(similar.items()).doesNotContain(0);
        for (int i = 0; i < similar.size(); i++) {
            assertThat((double) similar.scores()[i])
                    .isCloseTo(vectors.cosine(0, similar.items()[i]), org.assertj.core.data.Offset.offset(1e-6));
        }
        for (int i = 1; i < similar.size(); i++) {
            assertThat(similar.scores()[i]).isLessThanOrEqualTo(similar.scores()[i - 1]);
        }
        assertThat(vectors.similar(4, 10).size()).isZero();
    }

    @Test
    void vectorsOfAnotherCatalogAreRefused() throws IOException {
        write();
        List<Item> swapped = new ArrayList<>(items);
        swapped.set(0, items.get(1));
        swapped.set(1, items.get(0));

        assertThatThrownBy(() -> VectorFiles.read(directory, "collaborative", swapped, 0))
                .isInstanceOf(SnapshotException.class)
                .hasMessageContainingAll(
                        "collaborative", "made for a catalog of 60 items", "publish the vectors again");
    }

    @Test
    void damagedFilesAreRefused() throws IOException {
        write();
        Path matrix = directory.resolve("collaborative").resolve(VectorFiles.VECTORS);
        byte[] whole = Files.readAllBytes(matrix);
        Files.write(matrix, java.util.Arrays.copyOf(whole, whole.length - 4));
        assertThatThrownBy(() -> read(0)).isInstanceOf(SnapshotException.class).hasMessageContaining("are needed");

        byte[] infinite = whole.clone();
        ByteBuffer.wrap(infinite).order(ByteOrder.LITTLE_ENDIAN).putFloat(400, Float.POSITIVE_INFINITY);
        Files.write(matrix, infinite);
        assertThatThrownBy(() -> read(0)).isInstanceOf(SnapshotException.class).hasMessageContaining("not finite");

        Files.write(matrix, whole);
        Path origins = directory.resolve("collaborative").resolve(VectorFiles.ORIGINS);
        byte[] kinds = Files.readAllBytes(origins);
        kinds[0] = (byte) VectorOrigin.CONTENT.ordinal();
        Files.write(origins, kinds);
        assertThatThrownBy(() -> read(0)).isInstanceOf(SnapshotException.class).hasMessageContaining("does not agree");
    }

    @Test
    void aValueThatIsNotFiniteIsNotWritten() {
        rows.rows[2][0] = Float.NaN;

        assertThatThrownBy(this::write)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContainingAll("item-000002", "NaN");
    }
}
