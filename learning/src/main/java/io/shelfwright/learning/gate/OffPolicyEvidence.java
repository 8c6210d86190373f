package io.shelfwright.learning.gate;

import io.shelfwright.learning.offpolicy.Estimate;
import io.shelfwright.learning.offpolicy.LoggedRounds;
import io.shelfwright.learning.offpolicy.WeightSummary;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What the candidate would have earned beyond what was earned, and whether that may be believed.
 *
 * @param gain reward under the candidate minus that it is compared with, in pairs
 * @param refusals why no verdict may rest on it; empty where one may
 * @param basis what it was estimated of, and a reward of what the gain is, for sentences
 * @param facts all of the estimate for reports
 */
public record OffPolicyEvidence(Estimate gain, List<String> refusals, String basis, Map<String, Object> facts) {
    private static final Estimate UNKNOWN = new Estimate(Double.NaN, Double.NaN, Double.NaN, Double.NaN);

    public OffPolicyEvidence {
        refusals = List.copyOf(refusals);
        facts = new LinkedHashMap<>(facts);
    }

    /** Returns the doubly robust gain of the policy that the rounds are weighted for, by weighting alone without a model. */
    public static OffPolicyEvidence of(LoggedRounds rounds) {
        return new OffPolicyEvidence(
                rounds.gain(), WeightSummary.of(rounds.weights()).refusals(), "a round", Map.of());
    }

    /** Returns that nothing could be estimated, and why. */
    public static OffPolicyEvidence none(String reason) {
        return new OffPolicyEvidence(UNKNOWN, List.of(reason), "", Map.of("refused", List.of(reason)));
    }
}
