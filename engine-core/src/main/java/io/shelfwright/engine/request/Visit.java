package io.shelfwright.engine.request;

import io.shelfwright.engine.generation.Generation;
import io.shelfwright.spi.RequestContext;
import io.shelfwright.spi.UserState;
import java.util.Map;
import java.util.Set;

/**
 * One request on its way through the stages.
 *
 * @param context circumstances, fixed once
 * @param user what is known of the user
 * @param generation snapshot and instances
 * @param served what earlier pages of this cursor showed
 * @param rerun how an earlier run was cut short, {@link Rerun#NONE} for a live request
 * @param journal what the stages have to tell
 * @param trace the item to explain, if any
 */
public record Visit(
        RequestContext context,
        UserState user,
        Generation generation,
        Served served,
        Rerun rerun,
        Journal journal,
        Trace trace) {

    /**
     * What earlier pages showed.
     *
     * @param shelves ids of shelves
     * @param items 64-bit hashes of item ids
     */
    public record Served(Set<String> shelves, Set<Long> items) {
        public static final Served NOTHING = new Served(Set.of(), Set.of());

        public Served {
            shelves = Set.copyOf(shelves);
            items = Set.copyOf(items);
        }
    }

    /**
     * How time cut an earlier run short, so that a second run is cut in the same places.
     *
     * @param skipped instances that did not take part
     * @param substitutes instances whose result of an earlier request took part
     * @param packingSteps steps of the packer's search, -1 to be stopped by the clock
     */
    public record Rerun(Set<String> skipped, Map<String, Earlier> substitutes, long packingSteps) {
        public static final Rerun NONE = new Rerun(Set.of(), Map.of(), -1);

        public Rerun {
            skipped = Set.copyOf(skipped);
            substitutes = Map.copyOf(substitutes);
        }

        /** Returns whether an instance did not take part in the earlier run. */
        public boolean skips(String instance) {
            return skipped.contains(instance);
        }
    }

    /**
     * Circumstances of an earlier request.
     *
     * @param context its context
     * @param user the user's state at that time
     */
    public record Earlier(RequestContext context, UserState user) {}
}
