package io.shelfwright.engine.eligibility;

import io.shelfwright.engine.plugins.Instance;
import io.shelfwright.spi.InstanceContext;
import io.shelfwright.spi.SafetyFilter;
import io.shelfwright.testkit.SafetyFilterContract;
import org.junit.jupiter.api.Nested;

/** The filters that are always on keep the contract of their kind. */
class BuiltInSafetyContractTest {

    private static SafetyFilter builtIn(String name) {
        return BuiltInSafety.all().stream()
                .filter(instance -> instance.name().equals(name))
                .map(Instance::plugin)
                .findFirst()
                .orElseThrow();
    }

    @Nested
    class Market extends SafetyFilterContract {
        @Override
        protected SafetyFilter filter(InstanceContext context) {
            return builtIn("market");
        }
    }

    @Nested
    class ExplicitContent extends SafetyFilterContract {
        @Override
        protected SafetyFilter filter(InstanceContext context) {
            return builtIn("explicit-content");
        }
    }

    @Nested
    class Age extends SafetyFilterContract {
        @Override
        protected SafetyFilter filter(InstanceContext context) {
            return builtIn("age");
        }
    }

    @Nested
    class ReleaseDate extends SafetyFilterContract {
        @Override
        protected SafetyFilter filter(InstanceContext context) {
            return builtIn("release-date");
        }
    }
}
