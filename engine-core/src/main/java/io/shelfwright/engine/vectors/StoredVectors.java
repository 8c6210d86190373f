package io.shelfwright.engine.vectors;

import io.shelfwright.api.Item;
import io.shelfwright.spi.ItemVectors;
import io.shelfwright.spi.NearestItems;
import io.shelfwright.spi.VectorOrigin;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Vectors of a snapshot, read by {@link VectorFiles}; immutable, thread-safe. */
public final class StoredVectors implements ItemVectors, VectorRows {
    private static final VectorOrigin[] ORIGINS = VectorOrigin.values();

    private final VectorMeta meta;
    private final Matrix matrix;
    private final byte[] origins;
    private final @Nullable UserFactor noUser;
    private final float[] norms;
    private final ExactScan scan;

    StoredVectors(VectorMeta meta, Matrix matrix, byte[] origins, double[] gram) {
        this.meta = meta;
        this.matrix = matrix;
        this.origins = origins;
        noUser = meta.space()
                .foldIn()
                .map(foldIn -> UserFactor.none(foldIn, gram, matrix.dimension()))
                .orElse(null);
        norms = norms();
        scan = new ExactScan(matrix, origins, norms);
    }

    /** Computes the length of every vector, which visits every value. */
    private float[] norms() {
        float[] lengths = new float[origins.length];
        for (int item = 0; item < lengths.length; item++) {
            for (int j = 0; j < matrix.dimension(); j++) {
                if (!Float.isFinite(matrix.get(item, j))) {
                    throw new IllegalArgumentException(
                            "row " + item + " of " + VectorFiles.VECTORS + " holds a value that is not finite");
                }
            }
            lengths[item] = (float) Math.sqrt(matrix.dot(item, item));
        }
        return lengths;
    }

    /** Returns what is known of the space beside the vectors. */
    public VectorSpace description() {
        return meta.space();
    }

    /** Returns whether the rows are those of these items in this order. */
    public boolean isFor(List<Item> items) {
        return meta.items() == items.size() && meta.itemOrder().equals(ItemOrder.fingerprint(items));
    }

    /** Returns how many items have a vector that was learned. */
    public int learned() {
        return meta.learned();
    }

    /** Returns how many items have a vector from their content. */
    public int content() {
        return meta.content();
    }

    /**
     * Returns the normal equations of a user without items.
     *
     * @throws IllegalStateException where the space has no fold-in
     */
    UserFactor noUser() {
        if (noUser == null) {
            throw new IllegalStateException("the space '" + space() + "' has no fold-in");
        }
        return noUser;
    }

    @Override
    public String space() {
        return meta.space().name();
    }

    @Override
    public String version() {
        return meta.version();
    }

    @Override
    public int dimension() {
        return matrix.dimension();
    }

    @Override
    public int size() {
        return origins.length;
    }

    @Override
    public VectorOrigin origin(int item) {
        return ORIGINS[origins[item]];
    }

    @Override
    public void copy(int item, float[] target) {
        matrix.copy(item, target);
    }

    @Override
    public double dot(float[] query, int item) {
        return matrix.dot(query, item);
    }

    @Override
    public double dot(int first, int second) {
        return matrix.dot(first, second);
    }

    @Override
    public double cosine(float[] query, int item) {
        return Cosine.of(matrix.dot(query, item), Cosine.length(query), norms[item]);
    }

    @Override
    public double cosine(int first, int second) {
        return Cosine.of(matrix.dot(first, second), norms[first], norms[second]);
    }

    @Override
    public NearestItems nearest(float[] query, int k, IntPredicate accept) {
        return scan.nearest(query, k, accept);
    }

    @Override
    public NearestItems similar(int item, int k, IntPredicate accept) {
        if (!knows(item)) {
            return NearestItems.NONE;
        }
        float[] query = new float[dimension()];
        matrix.copy(item, query);
        return scan.similar(query, k, other -> other != item && accept.test(other));
    }

    @Override
    public String toString() {
        return "vectors '" + space() + "' " + version() + ", " + learned() + " learned, " + content()
                + " from content, dimension " + dimension();
    }
}
