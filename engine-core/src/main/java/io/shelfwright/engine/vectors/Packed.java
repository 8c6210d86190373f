package io.shelfwright.engine.vectors;

/** Lower triangles in one array: row i holds its columns 0 to i and starts at i (i + 1) / 2. */
final class Packed {
    private Packed() {}

    static int length(int dimension) {
        return dimension * (dimension + 1) / 2;
    }

    static int row(int i) {
        return i * (i + 1) / 2;
    }
}
