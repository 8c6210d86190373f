package io.shelfwright.learning.publication;

import java.time.Instant;
import java.util.List;

/**
 * A version in the registry.
 *
 * @param version of the snapshot
 * @param created when it was published
 * @param note for people
 * @param aliases what it is called now: {@code champion}, {@code candidate}, {@code previous}
 * @param models names of the rankers that have a model in it, ascending
 * @param lineage what was learned for it, and from what
 * @param problem why it cannot be read; empty for a sound one
 */
public record RegisteredModel(
        String version,
        Instant created,
        String note,
        List<String> aliases,
        List<String> models,
        Lineage lineage,
        String problem) {
    public RegisteredModel {
        aliases = List.copyOf(aliases);
        models = List.copyOf(models);
    }
}
