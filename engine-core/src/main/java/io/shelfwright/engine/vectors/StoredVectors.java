package io.shelfwright.engine.vectors;

import io.shelfwright.api.Item;
import io.shelfwright.spi.ItemVectors;
import io.shelfwright.spi.NearestItems;
import io.shelfwright.spi.VectorOrigin;
import java.util.List;
import java.util.function.IntPredicate;
import org.jspecify.annotations.Nullable;

/** Vectors of a snapshot, read by {@link VectorFiles}; immutable, thread-safe. */
public final class StoredVectors implements ItemVectors, VectorRows, AutoCloseable {
    private static final VectorOrigin[] ORIGINS = VectorOrigin.values();

    private final VectorMeta meta;
    private final Matrix matrix;
    private final byte[] origins;
    private final @Nullable UserFactor noUser;
    private final float[] norms;
    private final ExactScan scan;
    private final @Nullable NeighbourIndex dots;
    private final @Nullable NeighbourIndex cosines;

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
        dots = null;
        cosines = null;
    }

    private StoredVectors(StoredVectors plain, NeighbourIndex dots, NeighbourIndex cosines) {
        meta = plain.meta;
        matrix = plain.matrix;
        origins = plain.origins;
        noUser = plain.noUser;
        norms = plain.norms;
        scan = plain.scan;
        this.dots = dots;
        this.cosines = cosines;
    }

    /** Returns the same vectors, found through indices. */
    StoredVectors withIndices(NeighbourIndex newDots, NeighbourIndex newCosines) {
        return new StoredVectors(this, newDots, newCosines);
    }

    /** Returns the items with a vector as points, for dot products or for cosines. */
    SpherePoints points(boolean forDots) {
        int[] items = new int[known()];
        int count = 0;
        for (int item = 0; item < origins.length; item++) {
            if (origins[item] != 0) {
                items[count++] = item;
            }
        }
        return new SpherePoints(matrix, norms, items, forDots);
    }

    /** Returns how many items have a vector. */
    public int known() {
        return meta.learned() + meta.content();
    }

    /** Returns how much memory vectors and indices take, in bytes, mapped files included. */
    public long bytes() {
        long own = matrix.bytes() + origins.length + 4L * norms.length;
        return own + (dots == null ? 0 : dots.bytes()) + (cosines == null ? 0 : cosines.bytes());
    }

    /** Closes the indices. */
    @Override
    public void close() {
        if (dots != null) {
            dots.close();
        }
        if (cosines != null) {
            cosines.close();
        }
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
        int[] found = dots == null ? null : dots.search(query, k, accept);
        return found == null
                ? scan.nearest(query, k, accept)
                : NeighbourIndex.scored(found, item -> matrix.dot(query, item));
    }

    @Override
    public NearestItems similar(int item, int k, IntPredicate accept) {
        if (!knows(item)) {
            return NearestItems.NONE;
        }
        float[] query = new float[dimension()];
        matrix.copy(item, query);
        IntPredicate others = other -> other != item && accept.test(other);
        int[] found = cosines == null ? null : cosines.search(query, k, others);
        return found == null
                ? scan.similar(query, norms[item], k, others)
                : NeighbourIndex.scored(found, other -> (float) cosine(item, other));
    }

    @Override
    public String toString() {
        return "vectors '" + space() + "' " + version() + ", " + learned() + " learned, " + content()
                + " from content, dimension " + dimension();
    }
}
