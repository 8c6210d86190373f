package io.shelfwright.exploration;

import io.shelfwright.spi.ExplorationPolicy;
import io.shelfwright.spi.InstanceContext;
import io.shelfwright.testkit.ExplorationPolicyContract;
import io.shelfwright.testkit.TestInstances;
import java.util.Map;
import org.junit.jupiter.api.Nested;

/** Every factory of the plugin keeps the contract of its kind. */
class ExplorationContractTest {

    @Nested
    class PlackettLuce extends ExplorationPolicyContract {
        @Override
        protected ExplorationPolicy policy(InstanceContext context) {
            return TestInstances.of(new ExplorationPlugin().explorationPolicies(), "plackett-luce", context);
        }
    }

    @Nested
    class PlackettLuceOfThree extends ExplorationPolicyContract {
        @Override
        protected ExplorationPolicy policy(InstanceContext context) {
            return TestInstances.of(
                    new ExplorationPlugin().explorationPolicies(),
                    "plackett-luce",
                    Map.of("support", "3", "temperature", "1", "epsilon", "0.5", "kappa", "3"),
                    context);
        }
    }

    @Nested
    class EpsilonGreedy extends ExplorationPolicyContract {
        @Override
        protected ExplorationPolicy policy(InstanceContext context) {
            return TestInstances.of(new ExplorationPlugin().explorationPolicies(), "epsilon-greedy", context);
        }
    }

    @Nested
    class EpsilonGreedyOfTheGood extends ExplorationPolicyContract {
        @Override
        protected ExplorationPolicy policy(InstanceContext context) {
            return TestInstances.of(
                    new ExplorationPlugin().explorationPolicies(),
                    "epsilon-greedy",
                    Map.of("quality-floor", "0.7", "epsilon", "1"),
                    context);
        }
    }

    @Nested
    class Thompson extends ExplorationPolicyContract {
        @Override
        protected ExplorationPolicy policy(InstanceContext context) {
            return TestInstances.of(new ExplorationPlugin().explorationPolicies(), "thompson", context);
        }
    }

    @Nested
    class Off extends ExplorationPolicyContract {
        @Override
        protected ExplorationPolicy policy(InstanceContext context) {
            return TestInstances.of(new ExplorationPlugin().explorationPolicies(), "off", context);
        }
    }
}
