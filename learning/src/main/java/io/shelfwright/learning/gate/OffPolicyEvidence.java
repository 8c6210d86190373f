package io.shelfwright.learning.gate;

import io.shelfwright.learning.offpolicy.Estimate;
import io.shelfwright.learning.offpolicy.LoggedRounds;
import io.shelfwright.learning.offpolicy.WeightSummary;
import java.util.List;

/**
 * What the candidate would have earned beyond what was earned, and whether that may be believed.
 *
 * @param gain reward a round under the candidate minus the logged one, in pairs
 * @param refusals why no verdict may rest on it; empty where one may
 */
public record OffPolicyEvidence(Estimate gain, List<String> refusals) {
    public OffPolicyEvidence {
        refusals = List.copyOf(refusals);
    }

    /** Returns the doubly robust gain of the policy that the rounds are weighted for, by weighting alone without a model. */
    public static OffPolicyEvidence of(LoggedRounds rounds) {
        return new OffPolicyEvidence(
                rounds.gain(), WeightSummary.of(rounds.weights()).refusals());
    }
}
