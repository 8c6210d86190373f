package io.shelfwright.learning.validation.schema;

import java.util.Set;

/**
 * Where a column is expected.
 *
 * @param in only there, empty for the schema's own
 * @param notIn never there
 */
public record Environments(Set<String> in, Set<String> notIn) {
    /** Everywhere. */
    public static final Environments ALL = new Environments(Set.of(), Set.of());

    public Environments {
        in = Set.copyOf(in);
        notIn = Set.copyOf(notIn);
    }

    /** Returns whether a column is expected in an environment; an empty one stands for all. */
    public boolean includes(String environment, Set<String> byDefault) {
        if (environment.isEmpty()) {
            return true;
        }
        return !notIn.contains(environment)
                && (in.contains(environment) || (in.isEmpty() && byDefault.contains(environment)));
    }
}
