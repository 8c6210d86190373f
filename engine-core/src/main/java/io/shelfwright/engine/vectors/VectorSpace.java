package io.shelfwright.engine.vectors;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * What is known of a space of vectors beside the vectors.
 *
 * @param name lower-case words joined by {@code -}, such as {@code collaborative}; the directory in the snapshot
 * @param dimension number of values of a vector, 1..4096
 * @param algorithm what made them, such as {@code ials}, for people
 * @param seed of the training
 * @param training counts for people, such as {@code users}, {@code items}, {@code interactions}
 * @param foldIn how a user's vector is computed from their items; empty where it is a mean of item vectors
 */
public record VectorSpace(
        String name, int dimension, String algorithm, long seed, Map<String, Long> training, Optional<FoldIn> foldIn) {
    private static final Pattern NAME = Pattern.compile("[a-z][a-z0-9]*(-[a-z0-9]+)*");

    public VectorSpace {
        if (!NAME.matcher(name).matches()) {
            throw new IllegalArgumentException(
                    "'" + name + "' is not a name of a vector space: use lower-case words joined by '-'");
        }
        if (dimension < 1 || dimension > 4096) {
            throw new IllegalArgumentException(
                    "the vectors '" + name + "' have dimension " + dimension + ", allowed is 1 to 4096");
        }
        training = java.util.Collections.unmodifiableMap(new TreeMap<>(training));
    }
}
