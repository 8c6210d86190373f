package io.shelfwright.engine.vectors;

/** Rows in arrays, some rows to an array, because an array cannot hold more than 2^31 values. */
final class HeapMatrix implements Matrix {
    private final float[][] chunks;
    private final int shift;
    private final int mask;
    private final int dimension;

    HeapMatrix(float[][] chunks, int shift, int dimension) {
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
        return chunks[row >>> shift][(row & mask) * dimension + column];
    }

    @Override
    public void copy(int row, float[] target) {
        System.arraycopy(chunks[row >>> shift], (row & mask) * dimension, target, 0, dimension);
    }

    @Override
    public float dot(float[] query, int row) {
        return dot(query, 0, chunks[row >>> shift], (row & mask) * dimension, dimension);
    }

    @Override
    public float dot(int first, int second) {
        return dot(
                chunks[first >>> shift],
                (first & mask) * dimension,
                chunks[second >>> shift],
                (second & mask) * dimension,
                dimension);
    }

    @Override
    public void dots(float[] query, int from, int to, float[] target) {
        for (int row = from; row < to; row++) {
            target[row - from] = dot(query, 0, chunks[row >>> shift], (row & mask) * dimension, dimension);
        }
    }

    @Override
    public long bytes() {
        long floats = 0;
        for (float[] chunk : chunks) {
            floats += chunk.length;
        }
        return floats * Float.BYTES;
    }

    /** Eight sums beside each other, which a processor can add at once; always added up in the same order. */
    private static float dot(float[] a, int ai, float[] b, int bi, int n) {
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
            s0 += a[ai + k] * b[bi + k];
            s1 += a[ai + k + 1] * b[bi + k + 1];
            s2 += a[ai + k + 2] * b[bi + k + 2];
            s3 += a[ai + k + 3] * b[bi + k + 3];
            s4 += a[ai + k + 4] * b[bi + k + 4];
            s5 += a[ai + k + 5] * b[bi + k + 5];
            s6 += a[ai + k + 6] * b[bi + k + 6];
            s7 += a[ai + k + 7] * b[bi + k + 7];
        }
        float rest = 0;
        for (; k < n; k++) {
            rest += a[ai + k] * b[bi + k];
        }
        return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7)) + rest;
    }
}
