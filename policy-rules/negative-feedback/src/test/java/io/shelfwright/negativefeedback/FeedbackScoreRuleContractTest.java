package io.shelfwright.negativefeedback;

import io.shelfwright.spi.InstanceContext;
import io.shelfwright.spi.ScoreRule;
import io.shelfwright.testkit.ScoreRuleContract;
import io.shelfwright.testkit.TestInstances;
import org.junit.jupiter.api.Nested;

/** Every factory of the plugin keeps the contract of its kind. */
class FeedbackScoreRuleContractTest {

    @Nested
    class Fading extends ScoreRuleContract {
        @Override
        protected ScoreRule rule(InstanceContext context) {
            return TestInstances.of(new NegativeFeedbackPlugin().scoreRules(), "negative-feedback", context);
        }
    }

    @Nested
    class Liking extends ScoreRuleContract {
        @Override
        protected ScoreRule rule(InstanceContext context) {
            return TestInstances.of(new NegativeFeedbackPlugin().scoreRules(), "positive-feedback", context);
        }
    }
}
