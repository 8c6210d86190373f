package io.shelfwright.testkit;

import io.shelfwright.api.Item;
import io.shelfwright.spi.VectorOrigin;
import java.util.SplittableRandom;

/** Draws synthetic vectors of 8 values: of an item's genres and artists, with noise; one item in five has none. */
final class SeededVectors {
    private static final int DIMENSION = 8;

    private SeededVectors() {}

    static void draw(SplittableRandom random, TestCatalogBuilder builder) {
        for (Item item : builder.items.values()) {
            float[] vector = new float[DIMENSION];
            item.genres().forEach(genre -> add(vector, genre, 1));
            item.artistIds().forEach(artist -> add(vector, artist, 0.5));
            for (int j = 0; j < DIMENSION; j++) {
                vector[j] += (float) (0.3 * random.nextGaussian());
            }
            int die = random.nextInt(10);
            if (die >= 2) {
                builder.vector(item.id(), die == 2 ? VectorOrigin.CONTENT : VectorOrigin.LEARNED, vector);
            }
        }
    }

    private static void add(float[] vector, String name, double length) {
        SplittableRandom direction = new SplittableRandom(name.hashCode());
        for (int j = 0; j < vector.length; j++) {
            vector[j] += (float) (length * direction.nextGaussian());
        }
    }
}
