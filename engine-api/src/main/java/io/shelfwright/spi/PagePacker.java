package io.shelfwright.spi;

/** Chooses shelves for rows and cards for slots so that examination times value is largest. */
public interface PagePacker extends AutoCloseable {

    /** Returns a valid packing; the same problem and the same number of steps give the same packing. */
    Packing pack(PackingProblem problem, PackingBudget budget);

    @Override
    default void close() {}
}
