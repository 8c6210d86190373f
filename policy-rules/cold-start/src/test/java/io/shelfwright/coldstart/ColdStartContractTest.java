package io.shelfwright.coldstart;

import io.shelfwright.spi.InstanceContext;
import io.shelfwright.spi.ScoreRule;
import io.shelfwright.testkit.ScoreRuleContract;
import io.shelfwright.testkit.TestInstances;
import java.util.Map;
import org.junit.jupiter.api.Nested;

/** Every factory of the plugin keeps the contract of its kind. */
class ColdStartContractTest {

    @Nested
    class ColdStart extends ScoreRuleContract {
        @Override
        protected ScoreRule rule(InstanceContext context) {
            return TestInstances.of(new ColdStartPlugin().scoreRules(), "cold-start", context);
        }
    }

    @Nested
    class ColdStartOfManyViews extends ScoreRuleContract {
        @Override
        protected ScoreRule rule(InstanceContext context) {
            return TestInstances.of(
                    new ColdStartPlugin().scoreRules(),
                    "cold-start",
                    Map.of("until-views", "1000000", "kappa", "10", "max-boost", "10"),
                    context);
        }
    }

    @Nested
    class NewUserPrior extends ScoreRuleContract {
        @Override
        protected ScoreRule rule(InstanceContext context) {
            return TestInstances.of(new ColdStartPlugin().scoreRules(), "new-user-prior", context);
        }
    }

    @Nested
    class NewUserPriorForLong extends ScoreRuleContract {
        @Override
        protected ScoreRule rule(InstanceContext context) {
            return TestInstances.of(
                    new ColdStartPlugin().scoreRules(),
                    "new-user-prior",
                    Map.of("interactions", "10000", "max-factor", "10"),
                    context);
        }
    }
}
