package io.shelfwright.negativefeedback;

import io.shelfwright.spi.FilterRule;
import io.shelfwright.spi.InstanceContext;
import io.shelfwright.testkit.FilterRuleContract;
import io.shelfwright.testkit.TestInstances;
import org.junit.jupiter.api.Nested;

/** Every factory of the plugin keeps the contract of its kind. */
class FeedbackFilterContractTest {

    @Nested
    class Masking extends FilterRuleContract {
        @Override
        protected FilterRule rule(InstanceContext context) {
            return TestInstances.of(new NegativeFeedbackPlugin().filterRules(), "negative-feedback", context);
        }
    }
}
