package io.shelfwright.testkit;

import io.shelfwright.spi.ItemVectors;
import io.shelfwright.spi.NearestItems;
import io.shelfwright.spi.VectorOrigin;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;

/** Vectors that a test states, zeros where it did not; found by sorting, in the plainest way. Immutable. */
final class TestVectors implements ItemVectors {
    private final String space;
    private final String version;
    private final int dimension;
    private final float[][] rows;
    private final VectorOrigin[] origins;

    TestVectors(String space, String version, int dimension, float[][] rows, VectorOrigin[] origins) {
        this.space = space;
        this.version = version;
        this.dimension = dimension;
        this.rows = rows;
        this.origins = origins;
    }

    @Override
    public String space() {
        return space;
    }

    @Override
    public String version() {
        return version;
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public int size() {
        return rows.length;
    }

    @Override
    public VectorOrigin origin(int item) {
        return origins[item];
    }

    @Override
    public void copy(int item, float[] target) {
        System.arraycopy(rows[item], 0, target, 0, dimension);
    }

    @Override
    public double dot(float[] query, int item) {
        return dot(query, rows[item]);
    }

    @Override
    public double dot(int first, int second) {
        return dot(rows[first], rows[second]);
    }

    @Override
    public double cosine(float[] query, int item) {
        return cosine(query, rows[item]);
    }

    @Override
    public double cosine(int first, int second) {
        return cosine(rows[first], rows[second]);
    }

    @Override
    public NearestItems nearest(float[] query, int k, IntPredicate accept) {
        return best(item -> dot(query, item), k, accept);
    }

    @Override
    public NearestItems similar(int item, int k, IntPredicate accept) {
        return knows(item)
                ? best(other -> cosine(item, other), k, other -> other != item && accept.test(other))
                : NearestItems.NONE;
    }

    private NearestItems best(IntToDoubleFunction score, int k, IntPredicate accept) {
        List<Integer> found = new ArrayList<>();
        for (int item = 0; item < rows.length; item++) {
            if (knows(item) && accept.test(item)) {
                found.add(item);
            }
        }
        found.sort(Comparator.comparingDouble((Integer item) -> -score.applyAsDouble(item))
                .thenComparing(item -> item));
        int count = Math.min(k, found.size());
        int[] items = new int[count];
        float[] scores = new float[count];
        for (int i = 0; i < count; i++) {
            items[i] = found.get(i);
            scores[i] = (float) score.applyAsDouble(items[i]);
        }
        return new NearestItems(items, scores);
    }

    private static double cosine(float[] a, float[] b) {
        double lengths = Math.sqrt(dot(a, a)) * Math.sqrt(dot(b, b));
        return lengths > 0 ? Math.max(-1, Math.min(1, dot(a, b) / lengths)) : 0;
    }

    private static double dot(float[] a, float[] b) {
        double sum = 0;
        for (int i = 0; i < a.length; i++) {
            sum += (double) a[i] * b[i];
        }
        return sum;
    }
}
