package io.shelfwright.sample.simulate;

import io.shelfwright.api.BadRequestException;
import java.util.List;

/**
 * How a simulated world changes, and what goes wrong in it; {@link #STILL} is a world in which nothing does.
 *
 * @param drift share of a listener's taste that is replaced each week by that of another listener, 0..1
 * @param seasons how much the appeal of a genre rises and falls over four weeks, 0..1
 * @param markets how much the appeal of a genre differs between markets, 0..1
 * @param newItems share of the items that appear only in the course of the first five weeks, 0 to below 1
 * @param faults what goes wrong, and when
 */
public record Scenario(double drift, double seasons, double markets, double newItems, List<Fault> faults) {
    /** Nothing changes. */
    public static final Scenario STILL = new Scenario(0, 0, 0, 0, List.of());

    public Scenario {
        check("drift", drift);
        check("seasons", seasons);
        check("markets", markets);
        check("new-items", newItems);
        if (newItems == 1) {
            throw new BadRequestException("new-items is 1; a world needs items to begin with, so below 1 is allowed");
        }
        faults = List.copyOf(faults);
    }

    private static void check(String name, double value) {
        if (!(value >= 0 && value <= 1)) {
            throw new BadRequestException(name + " is " + value + "; allowed is 0 to 1");
        }
    }

    /** Returns whether what listeners want depends on the time or the market. */
    boolean changesTaste() {
        return drift > 0 || seasons > 0 || markets > 0;
    }

    /** Returns whether something goes wrong on a day. */
    boolean has(Fault.Kind kind, long day) {
        return faults.stream().anyMatch(fault -> fault.kind() == kind && day >= fault.day());
    }

    /** Returns whether something begins to go wrong on a day. */
    boolean changesOn(long day) {
        return faults.stream().anyMatch(fault -> fault.day() == day);
    }
}
