package io.shelfwright.spi;

import java.io.IOException;
import java.nio.file.Path;

/** Builds indices of points when a snapshot is made, and opens them when it is served; thread-safe. */
public interface VectorIndexing {

    /**
     * Builds an index and writes it.
     *
     * @param points what to find; at least 1
     * @param directory empty directory; the files become part of the snapshot
     * @param seed of every random choice
     * @param threads how many threads may work, at least 1
     */
    void build(VectorPoints points, Path directory, long seed, int threads) throws IOException;

    /**
     * Opens an index that {@link #build} wrote.
     *
     * @param points the same points as when it was built
     * @throws IOException if it cannot be read, or does not belong to these points
     */
    VectorIndex open(VectorPoints points, Path directory) throws IOException;
}
