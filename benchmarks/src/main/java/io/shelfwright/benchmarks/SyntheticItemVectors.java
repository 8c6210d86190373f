package io.shelfwright.benchmarks;

import io.shelfwright.api.Item;
import io.shelfwright.api.ItemKind;
import io.shelfwright.engine.vectors.FoldIn;
import io.shelfwright.engine.vectors.VectorRows;
import io.shelfwright.engine.vectors.VectorSpace;
import io.shelfwright.spi.VectorOrigin;
import java.util.AbstractList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;

/**
 * Synthetic vectors in clusters of 500: a Gaussian centre, Gaussian noise of 0.6 of its size, and lengths from 0.3 to 1.3,
 * drawn from the number of the item.
 */
final class SyntheticItemVectors implements VectorRows {
    private static final int CLUSTER = 500;
    private static final double NOISE = 0.6;

    private final int items;
    private final int dimension;
    private final float[][] centres;

    SyntheticItemVectors(int items, int dimension) {
        this.items = items;
        this.dimension = dimension;
        SplittableRandom random = new SplittableRandom(11);
        centres = new float[Math.max(20, items / CLUSTER)][dimension];
        for (float[] centre : centres) {
            for (int j = 0; j < dimension; j++) {
                centre[j] = (float) random.nextGaussian();
            }
        }
    }

    /** Returns items that are made when asked for. */
    static List<Item> items(int count) {
        return new AbstractList<>() {
            @Override
            public Item get(int index) {
                return Item.builder(String.format(Locale.ROOT, "item-%08d", index), ItemKind.ALBUM, "Title")
                        .build();
            }

            @Override
            public int size() {
                return count;
            }
        };
    }

    VectorSpace space() {
        return new VectorSpace(
                "collaborative",
                dimension,
                "synthetic",
                11,
                Map.of(),
                Optional.of(new FoldIn(0.1, 0.003, 1, items, 0.5)));
    }

    @Override
    public VectorOrigin origin(int item) {
        return VectorOrigin.LEARNED;
    }

    @Override
    public void copy(int item, float[] target) {
        SplittableRandom random = new SplittableRandom(item * 0x9e3779b97f4a7c15L);
        float[] centre = centres[random.nextInt(centres.length)];
        double length = (0.3 + random.nextDouble()) / Math.sqrt(dimension * (1 + NOISE * NOISE));
        for (int j = 0; j < dimension; j++) {
            target[j] = (float) (length * (centre[j] + NOISE * random.nextGaussian()));
        }
    }

    /** Returns a user's vector: the mean of three items of one cluster and one of any. */
    float[] user(long number) {
        SplittableRandom random = new SplittableRandom(~number);
        float[] row = new float[dimension];
        float[] sum = new float[dimension];
        copy(random.nextInt(items), row);
        int cluster = random.nextInt(centres.length);
        for (int j = 0; j < dimension; j++) {
            sum[j] = row[j] / 4;
        }
        for (int i = 0; i < 3; i++) {
            for (int j = 0; j < dimension; j++) {
                sum[j] += (float) ((centres[cluster][j] + NOISE * random.nextGaussian()) / Math.sqrt(dimension) / 4);
            }
        }
        return sum;
    }
}
