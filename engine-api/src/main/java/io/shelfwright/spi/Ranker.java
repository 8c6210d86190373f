package io.shelfwright.spi;

import java.util.List;
import java.util.Optional;

/** Turns feature rows into scores. */
public interface Ranker extends AutoCloseable {

    /**
     * Returns the schema the model was trained on; the engine refuses the ranker when the running transform has another
     * fingerprint. Empty for a ranker that has no model and finds its columns by name.
     */
    Optional<FeatureSchema> trainedOn();

    /** Returns the objectives that are scored, the main one first; at least one. */
    default List<String> objectives() {
        return List.of(Objective.STREAM);
    }

    /**
     * Scores every row.
     *
     * <p>A row's score must not depend on the other rows. No allocation per row, please: this is the hot path.
     *
     * @param logits where to write log-odds, row-major, {@code rows x objectives().size()}; at least that long
     */
    void score(FeatureMatrix rows, float[] logits);

    /**
     * Returns the contributions of features to the main objective's logit of one row, which sum to the logit; empty when
     * the ranker cannot tell.
     */
    default List<Contribution> explain(FeatureMatrix rows, int row) {
        return List.of();
    }

    @Override
    default void close() {}
}
