package io.shelfwright.engine.probe;

import io.shelfwright.spi.ItemVectors;
import io.shelfwright.spi.NearestItems;
import io.shelfwright.spi.VectorOrigin;
import java.util.Comparator;
import java.util.function.IntPredicate;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;

/** Made-up vectors; every eighth item has none. */
final class ProbeVectors implements ItemVectors {
    private static final int DIMENSION = 8;
    private static final int WITHOUT = 8;

    private final String space;
    private final float[][] vectors;

    ProbeVectors(String space, int items, long seed) {
        this.space = space;
        vectors = new float[items][DIMENSION];
        ProbeDraws draws = new ProbeDraws(seed);
        for (int item = 0; item < items; item++) {
            for (int i = 0; i < DIMENSION; i++) {
                double value = draws.next() - 0.5;
                vectors[item][i] = knows(item) ? (float) value : 0;
            }
        }
    }

    @Override
    public String space() {
        return space;
    }

    @Override
    public String version() {
        return "probe";
    }

    @Override
    public int dimension() {
        return DIMENSION;
    }

    @Override
    public int size() {
        return vectors.length;
    }

    @Override
    public VectorOrigin origin(int item) {
        return item % WITHOUT == WITHOUT - 1 ? VectorOrigin.NONE : VectorOrigin.LEARNED;
    }

    @Override
    public void copy(int item, float[] target) {
        System.arraycopy(vectors[item], 0, target, 0, DIMENSION);
    }

    @Override
    public double dot(float[] query, int item) {
        double sum = 0;
        for (int i = 0; i < DIMENSION; i++) {
            sum += (double) query[i] * vectors[item][i];
        }
        return sum;
    }

    @Override
    public double dot(int first, int second) {
        return dot(vectors[first], second);
    }

    @Override
    public double cosine(float[] query, int item) {
        double length = 0;
        for (float value : query) {
            length += (double) value * value;
        }
        double lengths = Math.sqrt(length * dot(item, item));
        return lengths == 0 ? 0 : dot(query, item) / lengths;
    }

    @Override
    public double cosine(int first, int second) {
        double lengths = Math.sqrt(dot(first, first) * dot(second, second));
        return lengths == 0 ? 0 : dot(first, second) / lengths;
    }

    @Override
    public NearestItems nearest(float[] query, int k, IntPredicate accept) {
        return best(k, accept, item -> dot(query, item));
    }

    @Override
    public NearestItems similar(int item, int k, IntPredicate accept) {
        return knows(item)
                ? best(k, other -> other != item && accept.test(other), other -> cosine(item, other))
                : NearestItems.NONE;
    }

    private NearestItems best(int k, IntPredicate accept, IntToDoubleFunction score) {
        int[] items = IntStream.range(0, size())
                .filter(item -> knows(item) && accept.test(item))
                .boxed()
                .sorted(Comparator.comparingDouble((Integer item) -> -score.applyAsDouble(item))
                        .thenComparingInt(item -> item))
                .limit(k)
                .mapToInt(Integer::intValue)
                .toArray();
        float[] scores = new float[items.length];
        for (int i = 0; i < items.length; i++) {
            scores[i] = (float) score.applyAsDouble(items[i]);
        }
        return new NearestItems(items, scores);
    }
}
