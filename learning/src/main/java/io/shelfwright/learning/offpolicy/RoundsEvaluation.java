package io.shelfwright.learning.offpolicy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.DoubleNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Runs all estimators of single actions over logged rounds. */
public final class RoundsEvaluation {
    private static final String WEIGHTS = "importance_weights";
    private static final int[] PREFIXES = {10, 100, 1000};

    private RoundsEvaluation() {}

    /** Returns the report; its details hold the tuned lambdas and the estimates of the first 10, 100 and 1000 rounds. */
    public static PolicyReport of(LoggedRounds rounds) {
        Map<String, Estimate> estimates = new LinkedHashMap<>();
        for (Estimator estimator : Estimator.standard(rounds.modelled())) {
            estimates.put(estimator.name(), estimator.estimate(rounds));
        }
        List<LambdaTuning.Tuned> tuned = LambdaTuning.all(rounds);
        tuned.forEach(choice -> estimates.put(choice.name(), choice.estimate()));
        Map<String, JsonNode> details = new LinkedHashMap<>();
        double error = Estimator.deltaMethodError(rounds);
        details.put("snipw_delta_method_se", Double.isFinite(error) ? DoubleNode.valueOf(error) : NullNode.instance);
        details.put("tuned", tuned(tuned));
        details.put("prefix_estimates", prefixes(rounds));
        WeightSummary weights = WeightSummary.of(rounds.weights());
        List<String> notes = rounds.modelled()
                ? List.of()
                : List.of(
                        "there is no regression model (q_factual, q_expected), so only weighting estimators are given");
        return new PolicyReport(
                estimates, Map.of(WEIGHTS, weights), Map.of(WEIGHTS, weights.refusals()), details, notes);
    }

    private static ObjectNode tuned(List<LambdaTuning.Tuned> choices) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        for (LambdaTuning.Tuned choice : choices) {
            ObjectNode one = node.putObject(choice.name());
            PolicyReport.put(one, "value", choice.estimate().value());
            one.put("best_lambda", lambda(choice.lambda()));
            if (!choice.scores().isEmpty()) {
                ObjectNode scores = one.putObject("mse_scores");
                choice.scores().forEach((lambda, score) -> PolicyReport.put(scores, lambda(lambda), score));
            }
        }
        return node;
    }

    private static String lambda(double lambda) {
        return lambda == Double.POSITIVE_INFINITY ? "inf" : Double.toString(lambda);
    }

    private static ObjectNode prefixes(LoggedRounds rounds) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        for (int prefix : PREFIXES) {
            if (prefix <= rounds.size()) {
                LoggedRounds first = rounds.first(prefix);
                ObjectNode values = node.putObject(String.valueOf(prefix));
                for (Estimator estimator : Estimator.standard(rounds.modelled())) {
                    PolicyReport.put(
                            values, estimator.name(), estimator.estimate(first).value());
                }
            }
        }
        return node;
    }
}
