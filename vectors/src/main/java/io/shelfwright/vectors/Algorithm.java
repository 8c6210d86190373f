package io.shelfwright.vectors;

import java.util.Map;

/** A way to learn from interactions which items suit a user. Immutable and thread-safe. */
public interface Algorithm {
    /** Returns the name under which it is chosen, such as {@code ials}. */
    String name();

    /** Returns its settings by their names, for a report. */
    Map<String, Object> settings();

    /**
     * Learns.
     *
     * @throws io.shelfwright.api.BadRequestException if the catalog is too large for it or memory will not do; this is
     *     found out before any work is done
     */
    Recommender fit(Interactions interactions, TrainingSetup setup);
}
