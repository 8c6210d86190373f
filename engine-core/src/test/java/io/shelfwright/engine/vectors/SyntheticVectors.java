package io.shelfwright.engine.vectors;

import io.shelfwright.api.Item;
import io.shelfwright.api.ItemKind;
import io.shelfwright.spi.VectorOrigin;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Synthetic vectors; every fifth item has none, every seventh of the others has one from its content. */
final class SyntheticVectors implements VectorRows {
    final float[][] rows;

    SyntheticVectors(int items, int dimension, RandomGenerator random) {
        rows = new float[items][dimension];
        for (float[] row : rows) {
            double length = 0.3 + random.nextDouble();
            for (int j = 0; j < dimension; j++) {
                row[j] = (float) (length * random.nextGaussian() / Math.sqrt(dimension));
            }
        }
    }

    static List<Item> items(int count) {
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            items.add(Item.builder(String.format(Locale.ROOT, "item-%06d", i), ItemKind.ALBUM, "Title " + i)
                    .build());
        }
        return items;
    }

    static VectorSpace space(String name, int dimension) {
        return new VectorSpace(
                name, dimension, "synthetic", 1, Map.of("users", 10L), Optional.of(new FoldIn(0.1, 0.01, 1, 100, 0.5)));
    }

    @Override
    public VectorOrigin origin(int item) {
        if (item % 5 == 4) {
            return VectorOrigin.NONE;
        }
        return item % 7 == 6 ? VectorOrigin.CONTENT : VectorOrigin.LEARNED;
    }

    @Override
    public void copy(int item, float[] target) {
        System.arraycopy(rows[item], 0, target, 0, target.length);
    }
}
