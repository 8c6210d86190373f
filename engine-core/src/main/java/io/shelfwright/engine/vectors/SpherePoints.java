package io.shelfwright.engine.vectors;

import io.shelfwright.spi.VectorPoints;

/**
 * Items with a vector as points of length 1.
 *
 * <p>For cosines a point is the vector divided by its length. For dot products it gets one value more,
 * {@code (v, sqrt(M^2 - |v|^2)) / M} with M the greatest length: then the dot product with {@code (q, 0) / |q|} is that of
 * the vectors times a constant, and the nearest on the sphere are those of greatest dot product (Bachrach et al., RecSys
 * 2014).
 */
final class SpherePoints implements VectorPoints {
    private final Matrix matrix;
    private final float[] norms;
    private final int[] items;
    private final boolean dots;
    private final float longest;

    SpherePoints(Matrix matrix, float[] norms, int[] items, boolean dots) {
        this.matrix = matrix;
        this.norms = norms;
        this.items = items;
        this.dots = dots;
        float most = 0;
        for (int item : items) {
            most = Math.max(most, norms[item]);
        }
        longest = most;
    }

    /** Returns the item of a point. */
    int item(int point) {
        return items[point];
    }

    /** Returns a query as a point; null where it has no length. */
    float @org.jspecify.annotations.Nullable [] query(float[] vector) {
        float length = Cosine.length(vector);
        if (!(length > 0) || !Float.isFinite(length)) {
            return null;
        }
        float[] point = new float[dimension()];
        for (int j = 0; j < vector.length; j++) {
            point[j] = vector[j] / length;
        }
        return point;
    }

    @Override
    public int size() {
        return items.length;
    }

    @Override
    public int dimension() {
        return matrix.dimension() + (dots ? 1 : 0);
    }

    @Override
    public void copy(int point, float[] target) {
        int item = items[point];
        float scale = dots ? longest : norms[item];
        for (int j = 0; j < matrix.dimension(); j++) {
            target[j] = scale > 0 ? matrix.get(item, j) / scale : 0;
        }
        if (dots) {
            target[matrix.dimension()] = height(item);
        }
    }

    private float height(int item) {
        double part = norms[item] / (double) longest;
        return longest > 0 ? (float) Math.sqrt(Math.max(0, 1 - part * part)) : 1;
    }

    @Override
    public float dot(float[] query, int point) {
        int item = items[point];
        float dot = matrix.dot(query, item);
        float scale = dots ? longest : norms[item];
        float scaled = scale > 0 ? dot / scale : 0;
        float last = dots ? query[matrix.dimension()] : 0;
        return last == 0 ? scaled : scaled + last * height(item);
    }
}
