package io.shelfwright.features;

import io.shelfwright.spi.Catalog;
import io.shelfwright.spi.ItemVectors;
import io.shelfwright.spi.TasteVector;
import io.shelfwright.spi.UserState;
import org.jspecify.annotations.Nullable;

/** The user's vector beside the item vectors that it was computed from; nothing where they do not go together. */
final class UserVector {
    private final @Nullable ItemVectors vectors;
    private final @Nullable TasteVector taste;
    private final float[] values;

    UserVector(UserState user, Catalog catalog) {
        ItemVectors items = catalog.vectors().orElse(null);
        TasteVector vector = user.taste().orElse(null);
        if (items != null && vector != null && vector.fits(items)) {
            vectors = items;
            taste = vector;
            values = vector.values();
        } else {
            vectors = null;
            taste = null;
            values = new float[0];
        }
    }

    @Nullable
    TasteVector taste() {
        return taste;
    }

    boolean knows(int item) {
        return vectors != null && vectors.knows(item);
    }

    double cosine(int item) {
        return vectors == null ? 0 : vectors.cosine(values, item);
    }

    double dot(int item) {
        return vectors == null ? 0 : vectors.dot(values, item);
    }
}
