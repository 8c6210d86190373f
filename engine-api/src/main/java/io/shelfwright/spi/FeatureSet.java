package io.shelfwright.spi;

import java.util.List;

/** Declares features and computes them; the one transform of training and serving. */
public interface FeatureSet extends AutoCloseable {

    /** Returns the features in the order of their columns; the same list at every call. */
    List<FeatureDeclaration> features();

    /**
     * Computes all features of all candidates.
     *
     * <p>What is not written is missing. A candidate's values must not depend on which other candidates are in the batch.
     *
     * @param columns writable; column 0 is the first feature of {@link #features()}
     */
    void compute(CandidateBatch candidates, FeatureColumns columns);

    @Override
    default void close() {}
}
