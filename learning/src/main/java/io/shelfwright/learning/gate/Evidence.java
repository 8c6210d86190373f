package io.shelfwright.learning.gate;

import io.shelfwright.learning.evaluation.EvaluationReport;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a candidate when it is judged.
 *
 * @param report how well it did
 * @param firstModel whether there is no model before it
 * @param schemaDifferences how the features it was trained on differ from those of the running transform; empty if equal
 * @param propensities of the log, null where nothing was drawn or it is not known
 * @param offPolicy what it would have earned, null where that was not estimated
 * @param parity whether logged scores come out again, null where that was not tried
 */
public record Evidence(
        EvaluationReport report,
        boolean firstModel,
        List<String> schemaDifferences,
        @Nullable PropensityHealth propensities,
        @Nullable OffPolicyEvidence offPolicy,
        @Nullable ParityEvidence parity) {
    public Evidence {
        schemaDifferences = List.copyOf(schemaDifferences);
    }

    /** Returns the evidence of measures alone, against a model in use. */
    public static Evidence of(EvaluationReport report) {
        return new Evidence(report, false, List.of(), null, null, null);
    }

    /** Returns a copy for a first model, or a later one. */
    public Evidence firstModel(boolean value) {
        return new Evidence(report, value, schemaDifferences, propensities, offPolicy, parity);
    }

    /** Returns a copy with differences of the features. */
    public Evidence schemaDifferences(List<String> value) {
        return new Evidence(report, firstModel, value, propensities, offPolicy, parity);
    }

    /** Returns a copy with the propensities of the log. */
    public Evidence propensities(PropensityHealth value) {
        return new Evidence(report, firstModel, schemaDifferences, value, offPolicy, parity);
    }

    /** Returns a copy with an off-policy estimate. */
    public Evidence offPolicy(OffPolicyEvidence value) {
        return new Evidence(report, firstModel, schemaDifferences, propensities, value, parity);
    }

    /** Returns a copy that says whether logged scores come out again. */
    public Evidence parity(ParityEvidence value) {
        return new Evidence(report, firstModel, schemaDifferences, propensities, offPolicy, value);
    }
}
