package io.shelfwright.engine.request;

import io.shelfwright.api.Degradation;
import io.shelfwright.engine.generation.Generation;
import io.shelfwright.engine.plugins.Instance;
import io.shelfwright.engine.plugins.PluginCall;
import io.shelfwright.spi.RequestContext;
import io.shelfwright.spi.UserState;
import java.time.Duration;
import java.util.List;
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

    /** Returns whether an instance did not take part in the earlier run; if so, tells again what was told then. */
    public boolean skips(String stage, String instance) {
        if (!rerun.leavesOut(Journal.key(stage, instance))) {
            return false;
        }
        tellAgain(stage, instance);
        return true;
    }

    /** Returns a call of an instance for this request. */
    public PluginCall call(String stage, Instance<?> instance, Duration deadline) {
        return new PluginCall(stage, instance, deadline, rerun.again());
    }

    /** Tells again what was told of an instance when the page was built first. */
    public void tellAgain(String stage, String instance) {
        rerun.cut().getOrDefault(Journal.key(stage, instance), List.of()).forEach(journal::degraded);
    }

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
     * @param cut what was told of each instance that did not take part, or not in time, by {@link Journal#key}
     * @param substitutes generators whose result of an earlier request took part, by {@link Journal#key}
     * @param packingSteps steps of the packer's search, -1 to be stopped by the clock
     */
    public record Rerun(Map<String, List<Degradation>> cut, Map<String, Earlier> substitutes, long packingSteps) {
        public static final Rerun NONE = new Rerun(Map.of(), Map.of(), -1);

        public Rerun {
            cut = Map.copyOf(cut);
            substitutes = Map.copyOf(substitutes);
        }

        /** Returns whether an instance did not take part in the earlier run at all. */
        public boolean leavesOut(String key) {
            return cut.containsKey(key) && !substitutes.containsKey(key);
        }

        /** Returns whether this run builds an earlier page again, and so is stopped by no clock. */
        public boolean again() {
            return packingSteps >= 0;
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
