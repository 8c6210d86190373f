package io.shelfwright.diversity;

import io.shelfwright.spi.InstanceContext;
import io.shelfwright.spi.PlacementRule;
import io.shelfwright.testkit.PlacementRuleContract;
import io.shelfwright.testkit.TestInstances;
import java.util.Map;
import org.junit.jupiter.api.Nested;

/** Every factory of the plugin keeps the contract of its kind. */
class DiversityContractTest {

    @Nested
    class Window extends PlacementRuleContract {
        @Override
        protected PlacementRule rule(InstanceContext context) {
            return TestInstances.of(new DiversityPlugin().placementRules(), "window", context);
        }
    }

    @Nested
    class WindowByGenre extends PlacementRuleContract {
        @Override
        protected PlacementRule rule(InstanceContext context) {
            return TestInstances.of(
                    new DiversityPlugin().placementRules(),
                    "window",
                    Map.of("by", "genre", "max", "2", "size", "8"),
                    context);
        }
    }

    @Nested
    class WindowByKind extends PlacementRuleContract {
        @Override
        protected PlacementRule rule(InstanceContext context) {
            return TestInstances.of(
                    new DiversityPlugin().placementRules(),
                    "window",
                    Map.of("by", "kind", "max", "3", "size", "6"),
                    context);
        }
    }

    @Nested
    class WindowByPublisher extends PlacementRuleContract {
        @Override
        protected PlacementRule rule(InstanceContext context) {
            return TestInstances.of(
                    new DiversityPlugin().placementRules(),
                    "window",
                    Map.of("by", "publisher", "max", "1", "size", "40"),
                    context);
        }
    }

    @Nested
    class Mmr extends PlacementRuleContract {
        @Override
        protected PlacementRule rule(InstanceContext context) {
            return TestInstances.of(new DiversityPlugin().placementRules(), "mmr", context);
        }
    }

    @Nested
    class MmrOfTwo extends PlacementRuleContract {
        @Override
        protected PlacementRule rule(InstanceContext context) {
            return TestInstances.of(
                    new DiversityPlugin().placementRules(), "mmr", Map.of("window", "2", "lambda", "0.9"), context);
        }
    }

    @Nested
    class Dpp extends PlacementRuleContract {
        @Override
        protected PlacementRule rule(InstanceContext context) {
            return TestInstances.of(new DiversityPlugin().placementRules(), "dpp", context);
        }
    }

    @Nested
    class DppOfMany extends PlacementRuleContract {
        @Override
        protected PlacementRule rule(InstanceContext context) {
            return TestInstances.of(
                    new DiversityPlugin().placementRules(), "dpp", Map.of("window", "30", "cap", "20"), context);
        }
    }

    @Nested
    class Ssd extends PlacementRuleContract {
        @Override
        protected PlacementRule rule(InstanceContext context) {
            return TestInstances.of(new DiversityPlugin().placementRules(), "ssd", context);
        }
    }

    @Nested
    class SsdOfMany extends PlacementRuleContract {
        @Override
        protected PlacementRule rule(InstanceContext context) {
            return TestInstances.of(
                    new DiversityPlugin().placementRules(), "ssd", Map.of("window", "30", "gamma", "2"), context);
        }
    }

    @Nested
    class Calibrated extends PlacementRuleContract {
        @Override
        protected PlacementRule rule(InstanceContext context) {
            return TestInstances.of(new DiversityPlugin().placementRules(), "calibrated", context);
        }
    }

    @Nested
    class CalibratedInAShortWindow extends PlacementRuleContract {
        @Override
        protected PlacementRule rule(InstanceContext context) {
            return TestInstances.of(
                    new DiversityPlugin().placementRules(),
                    "calibrated",
                    Map.of("window", "3", "alpha", "0.000001"),
                    context);
        }
    }
}
