package io.shelfwright.engine.vectors;

import java.nio.FloatBuffer;

/** Rows in a mapped file, some rows to a buffer; gives the bits that {@link HeapMatrix} gives. */
final class MappedMatrix implements Matrix {
    private final FloatBuffer[] chunks;
    private final int shift;
    private final int mask;
    private final int dimension;

    MappedMatrix(FloatBuffer[] chunks, int shift, int dimension) {
        this.chunks = chunks;
        this.shift = shift;
        this.dimension = dimension;
        mask = (1 << shift) - 1;
    }

    @Override
    public int dimension() {
        return dimension;
    }

    @Override
    public float get(int row, int column) {
        return chunks[row >>> shift].get((row & mask) * dimension + column);
    }

    @Override
    public void copy(int row, float[] target) {
        chunks[row >>> shift].get((row & mask) * dimension, target, 0, dimension);
    }

    @Override
    public float dot(float[] query, int row) {
        return dot(query, chunks[row >>> shift], (row & mask) * dimension, dimension);
    }

    @Override
    public float dot(int first, int second) {
        float[] copy = new float[dimension];
        copy(first, copy);
        return dot(copy, second);
    }

    @Override
    public void dots(float[] query, int from, int to, float[] target) {
        for (int row = from; row < to; row++) {
            target[row - from] = dot(query, chunks[row >>> shift], (row & mask) * dimension, dimension);
        }
    }

    @Override
    public long bytes() {
        long floats = 0;
        for (FloatBuffer chunk : chunks) {
            floats += chunk.capacity();
        }
        return floats * Float.BYTES;
    }

    private static float dot(float[] a, FloatBuffer b, int bi, int n) {
        float s0 = 0;
        float s1 = 0;
        float s2 = 0;
        float s3 = 0;
        float s4 = 0;
        float s5 = 0;
        float s6 = 0;
        float s7 = 0;
        int k = 0;
        for (int end = n - 7; k < end; k += 8) {
            s0 += a[k] * b.get(bi + k);
            s1 += a[k + 1] * b.get(bi + k + 1);
            s2 += a[k + 2] * b.get(bi + k + 2);
            s3 += a[k + 3] * b.get(bi + k + 3);
            s4 += a[k + 4] * b.get(bi + k + 4);
            s5 += a[k + 5] * b.get(bi + k + 5);
            s6 += a[k + 6] * b.get(bi + k + 6);
            s7 += a[k + 7] * b.get(bi + k + 7);
        }
        float rest = 0;
        for (; k < n; k++) {
            rest += a[k] * b.get(bi + k);
        }
        return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7)) + rest;
    }
}
