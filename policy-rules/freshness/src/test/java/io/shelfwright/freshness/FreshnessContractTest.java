package io.shelfwright.freshness;

import io.shelfwright.spi.InstanceContext;
import io.shelfwright.spi.ScoreRule;
import io.shelfwright.testkit.ScoreRuleContract;
import io.shelfwright.testkit.TestInstances;
import java.util.Map;
import org.junit.jupiter.api.Nested;

/** Every factory of the plugin keeps the contract of its kind. */
class FreshnessContractTest {

    @Nested
    class AgeDecay extends ScoreRuleContract {
        @Override
        protected ScoreRule rule(InstanceContext context) {
            return TestInstances.of(new FreshnessPlugin().scoreRules(), "age-decay", context);
        }
    }

    @Nested
    class AgeDecayOnSomeShelves extends ScoreRuleContract {
        @Override
        protected ScoreRule rule(InstanceContext context) {
            return TestInstances.of(
                    new FreshnessPlugin().scoreRules(),
                    "age-decay",
                    Map.of("half-life-days", "album = 2, playlist = 30", "shelf-kinds", "albums, mix"),
                    context);
        }
    }

    @Nested
    class ImpressionDiscount extends ScoreRuleContract {
        @Override
        protected ScoreRule rule(InstanceContext context) {
            return TestInstances.of(new FreshnessPlugin().scoreRules(), "impression-discount", context);
        }
    }

    @Nested
    class Fatigue extends ScoreRuleContract {
        @Override
        protected ScoreRule rule(InstanceContext context) {
            return TestInstances.of(new FreshnessPlugin().scoreRules(), "fatigue", context);
        }
    }

    @Nested
    class FatigueWithoutMercy extends ScoreRuleContract {
        @Override
        protected ScoreRule rule(InstanceContext context) {
            return TestInstances.of(
                    new FreshnessPlugin().scoreRules(),
                    "fatigue",
                    Map.of("artist-base", "0.1", "shelf-base", "0.1", "floor", "0.01"),
                    context);
        }
    }
}
