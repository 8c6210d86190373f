package io.shelfwright.exploration;

import io.shelfwright.spi.ExplorationPolicy.Feasible;
import java.time.Duration;
import java.time.Instant;

/**
 * Bounds what exploration may cost a user.
 *
 * @param kappa standard deviations of optimism
 * @param size most cards in the support
 * @param qualityFloor least share of the best card's utility
 * @param sessionBudget most explored views in a session
 * @param sessionMinutes length of a session
 * @param userBudget most explored views in a day
 */
record Guard(double kappa, int size, double qualityFloor, int sessionBudget, int sessionMinutes, int userBudget) {

    /** Returns whether the user may be shown one more explored card. */
    boolean allows(Feasible feasible) {
        Instant now = feasible.context().at();
        return feasible.user().exploredViews(now.minus(Duration.ofMinutes(sessionMinutes))) < sessionBudget
                && feasible.user().exploredViews(now.minus(Duration.ofDays(1))) < userBudget;
    }
}
