package io.shelfwright.spi;

import java.util.function.BooleanSupplier;

/**
 * How long a packer may improve on its fast path.
 *
 * <p>Work is counted in steps; time only stops it between two steps. So a page can be built again with the same number of
 * steps and no clock.
 *
 * @param maxSteps most steps of search after the fast path, 0 for the fast path alone
 * @param expired true once the time is up
 */
public record PackingBudget(long maxSteps, BooleanSupplier expired) {
    /** The fast path alone. */
    public static final PackingBudget NONE = steps(0);

    /** Returns a budget of steps that no clock cuts short. */
    public static PackingBudget steps(long maxSteps) {
        return new PackingBudget(maxSteps, () -> false);
    }
}
