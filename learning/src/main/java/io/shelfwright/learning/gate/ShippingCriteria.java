package io.shelfwright.learning.gate;

import io.shelfwright.learning.evaluation.EvaluationSettings;
import java.util.List;

/**
 * When a model may be published; read by {@link CriteriaFile}.
 *
 * @param evaluation how it is measured
 * @param goal what it must win
 * @param limits what may not get worse
 * @param health what the log must be like
 */
public record ShippingCriteria(
        EvaluationSettings evaluation, GoalSettings goal, List<LimitSettings> limits, HealthSettings health) {
    public ShippingCriteria {
        limits = List.copyOf(limits);
    }

    /** Returns every setting with its value, as one JSON object, which is HOCON too. */
    public String json() {
        return CriteriaText.of(this, true);
    }

    /** Returns every setting with its value, as HOCON that {@link CriteriaFile} reads again. */
    public String text() {
        return CriteriaText.of(this, false);
    }
}
