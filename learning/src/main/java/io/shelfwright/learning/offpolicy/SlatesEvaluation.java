package io.shelfwright.learning.offpolicy;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Runs all slate estimators over logged slates. */
public final class SlatesEvaluation {
    private SlatesEvaluation() {}

    /** Returns the report; weights are summarised and judged for every position. */
    public static PolicyReport of(LoggedSlates slates) {
        Map<String, Estimate> estimates = new LinkedHashMap<>();
        Map<String, WeightSummary> weights = new LinkedHashMap<>();
        Map<String, List<String>> refusals = new LinkedHashMap<>();
        for (SlateWeight kind : SlateWeight.values()) {
            estimates.put(kind.estimator(), Estimate.of(SlateEstimators.weighted(slates, kind)));
            judge(slates, kind, weights, refusals);
        }
        for (SlateWeight kind : SlateWeight.values()) {
            estimates.put("sn" + kind.estimator(), Estimate.of(SlateEstimators.selfNormalised(slates, kind)));
        }
        List<String> notes = new ArrayList<>();
        double[] shown = slates.shown();
        double[] expected = slates.expected();
        if (shown != null && expected != null) {
            estimates.put("cascade-dr", Estimate.of(SlateEstimators.cascadeDoublyRobust(slates, shown, expected)));
        } else {
            notes.add("there is no regression model of the slates (_qhat), so cascade-dr is left out");
        }
        double[] pseudoinverse = slates.pseudoinverse();
        if (pseudoinverse != null) {
            double mean = Moments.mean(pseudoinverse);
            estimates.put("pi", Estimate.of(SlateEstimators.pseudoinverse(slates, pseudoinverse, 1)));
            estimates.put(
                    "wpi_selfnormalised", Estimate.of(SlateEstimators.pseudoinverse(slates, pseudoinverse, mean)));
            estimates.put("pi_weight_mean", Estimate.of(pseudoinverse));
            WeightSummary summary = WeightSummary.of(pseudoinverse);
            weights.put("pi_weights", summary);
            refusals.put("pi_weights", summary.refusals());
        } else {
            notes.add("there are no logits of the slates (_logits), so pi is left out");
        }
        return new PolicyReport(estimates, weights, refusals, Map.of(), notes);
    }

    private static void judge(
            LoggedSlates slates,
            SlateWeight kind,
            Map<String, WeightSummary> weights,
            Map<String, List<String>> refusals) {
        String name = kind.estimator() + "_weights";
        List<String> reasons = new ArrayList<>();
        for (int position = 0; position < slates.longest(); position++) {
            WeightSummary summary = WeightSummary.of(SlateEstimators.at(slates, slates.weights(kind), position));
            weights.put(name + "_" + position, summary);
            for (String reason : summary.refusals()) {
                reasons.add(String.format(Locale.ROOT, "at position %d %s", position, reason));
            }
        }
        refusals.put(name, reasons);
    }
}
