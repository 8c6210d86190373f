package io.shelfwright.engine.canary;

import io.shelfwright.api.Interaction;
import io.shelfwright.api.PageRecord;
import io.shelfwright.engine.config.CanarySettings;
import java.util.List;
import java.util.Optional;

/**
 * Compares a candidate with the snapshot in use, window after window, and says when its trial has to end; thread-safe.
 *
 * <p>Each bad window is a strike, each clearly good one takes a strike back, and one in between changes nothing, so that neither a
 * single bad window nor a measure that swings around its limit ends a trial.
 */
public final class CanaryGuard {
    private final CanarySettings limits;
    private final RecentPages recent = new RecentPages();
    private ArmSums candidate = new ArmSums();
    private ArmSums inUse = new ArmSums();
    private int strikes;
    private long windows;
    private boolean ended;

    public CanaryGuard(CanarySettings limits) {
        this.limits = limits;
    }

    /**
     * Takes in a page that was served.
     *
     * @param byCandidate whether the candidate built it
     * @param nanos how long it took
     * @return why the trial has to end, the first time that it has to
     */
    public synchronized Optional<String> page(PageRecord page, boolean byCandidate, long nanos) {
        (byCandidate ? candidate : inUse).page(page, nanos);
        recent.add(page, byCandidate);
        if (ended || candidate.pages() < limits.window() || inUse.pages() < limits.window()) {
            return Optional.empty();
        }
        Comparison comparison = Comparison.of(candidate, inUse, limits);
        candidate = new ArmSums();
        inUse = new ArmSums();
        windows++;
        return judge(comparison);
    }

    private Optional<String> judge(Comparison comparison) {
        List<String> bad = comparison.bad();
        if (bad.isEmpty()) {
            strikes -= comparison.clear() && strikes > 0 ? 1 : 0;
            return Optional.empty();
        }
        strikes++;
        if (strikes < limits.strikes()) {
            return Optional.empty();
        }
        ended = true;
        return Optional.of("strike " + strikes + " in window " + windows + " of its trial: " + String.join("; ", bad));
    }

    /**
     * Takes in what a user did.
     *
     * <p>It belongs to the arm that built the page it names. What is wanted counts only there, once a card, beside what that
     * page predicted: plays from a search or from an album are nothing that a page hoped for. A refusal that names no page
     * known here counts for the arm of its user.
     *
     * @param byCandidate whether the user has the candidate
     */
    public synchronized void interaction(Interaction interaction, boolean byCandidate) {
        RecentPages.Served page = recent.of(interaction);
        if (interaction.type().isPositive()) {
            if (page != null && page.unwanted().remove(interaction.targetId())) {
                (page.byCandidate() ? candidate : inUse).wanted();
            }
        } else if (interaction.type().isNegative()) {
            boolean own = page == null ? byCandidate : page.byCandidate();
            (own ? candidate : inUse).refused();
        }
    }

    /** Returns the strikes so far, for monitoring. */
    public synchronized int strikes() {
        return strikes;
    }

    /** Returns how many windows were compared. */
    public synchronized long windows() {
        return windows;
    }
}
