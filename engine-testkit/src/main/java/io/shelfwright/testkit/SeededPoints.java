package io.shelfwright.testkit;

import io.shelfwright.spi.VectorPoints;
import java.util.SplittableRandom;

/** Points of length 1 drawn from a seed, in clusters as real ones are. */
final class SeededPoints implements VectorPoints {
    private static final int CLUSTERS = 12;

    private final float[][] points;
    private final int dimension;

    private SeededPoints(float[][] points, int dimension) {
        this.points = points;
        this.dimension = dimension;
    }

    static SeededPoints draw(long seed, int size, int dimension) {
        SplittableRandom random = new SplittableRandom(seed);
        float[][] centres = new float[CLUSTERS][];
        for (int i = 0; i < CLUSTERS; i++) {
            centres[i] = unit(random, new float[dimension], 1);
        }
        float[][] points = new float[size][];
        for (int i = 0; i < size; i++) {
            points[i] = unit(random, centres[i % CLUSTERS], 0.7);
        }
        return new SeededPoints(points, dimension);
    }

    /** Returns a vector of length 1 near another one. */
    static float[] unit(SplittableRandom random, float[] near, double spread) {
        float[] vector = new float[near.length];
        double square = 0;
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) (near[i] + spread * (random.nextDouble() - 0.5));
            square += vector[i] * vector[i];
        }
        for (int i = 0; i < vector.length; i++) {
            vector[i] = (float) (vector[i] / Math.sqrt(square));
        }
        return vector;
    }

    float[] point(int point) {
        return points[point].clone();
    }

    @Override
    public int size() {
        return points.length;
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public void copy(int point, float[] target) {
        System.arraycopy(points[point], 0, target, 0, dimension);
    }

    @Override
    public float dot(float[] query, int point) {
        float sum = 0;
        for (int i = 0; i < dimension; i++) {
            sum += query[i] * points[point][i];
        }
        return sum;
    }
}
