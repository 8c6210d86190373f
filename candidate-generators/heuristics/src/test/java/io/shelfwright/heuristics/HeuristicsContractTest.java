package io.shelfwright.heuristics;

import io.shelfwright.spi.CandidateGenerator;
import io.shelfwright.spi.InstanceContext;
import io.shelfwright.testkit.CandidateGeneratorContract;
import java.util.List;
import org.junit.jupiter.api.Nested;

/** Every strategy keeps the contract of generators. */
class HeuristicsContractTest {

    private static CandidateGenerator generator(StrategyName strategy, InstanceContext context) {
        return new HeuristicsGenerator(new HeuristicsSettings(strategy, List.of(), 0, 5, 0.5), context.catalog());
    }

    @Nested
    class PopularNowContract extends CandidateGeneratorContract {
        @Override
        protected CandidateGenerator generator(InstanceContext context) {
            return HeuristicsContractTest.generator(StrategyName.POPULAR_NOW, context);
        }
    }

    @Nested
    class NewReleasesContract extends CandidateGeneratorContract {
        @Override
        protected CandidateGenerator generator(InstanceContext context) {
            return HeuristicsContractTest.generator(StrategyName.NEW_RELEASES, context);
        }
    }

    @Nested
    class BecauseYouListenedContract extends CandidateGeneratorContract {
        @Override
        protected CandidateGenerator generator(InstanceContext context) {
            return HeuristicsContractTest.generator(StrategyName.BECAUSE_YOU_LISTENED, context);
        }
    }

    @Nested
    class RediscoverContract extends CandidateGeneratorContract {
        @Override
        protected CandidateGenerator generator(InstanceContext context) {
            return HeuristicsContractTest.generator(StrategyName.REDISCOVER, context);
        }
    }

    @Nested
    class PopularNearYouContract extends CandidateGeneratorContract {
        @Override
        protected CandidateGenerator generator(InstanceContext context) {
            return HeuristicsContractTest.generator(StrategyName.POPULAR_NEAR_YOU, context);
        }
    }
}
