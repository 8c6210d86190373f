package io.shelfwright.testkit;

import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;

/** Keeps contracts of broken plugins from running where nobody expects them to fail. */
final class OnlyOnPurpose implements ExecutionCondition {
    static final String PARAMETER = "shelfwright.on-purpose";

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        return context.getConfigurationParameter(PARAMETER).isPresent()
                ? ConditionEvaluationResult.enabled("run on purpose")
                : ConditionEvaluationResult.disabled("runs only on purpose");
    }
}
