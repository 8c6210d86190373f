package io.shelfwright.engine;

import io.shelfwright.spi.ExaminationModel;
import io.shelfwright.spi.ExplorationPolicy;
import io.shelfwright.spi.FeatureDeclaration;
import io.shelfwright.spi.FeatureSchema;
import io.shelfwright.spi.InstanceContext;
import io.shelfwright.spi.PagePacker;
import io.shelfwright.spi.Ranker;
import io.shelfwright.testkit.ExaminationModelContract;
import io.shelfwright.testkit.ExplorationPolicyContract;
import io.shelfwright.testkit.PagePackerContract;
import io.shelfwright.testkit.RankerContract;
import io.shelfwright.testkit.TestInstances;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Nested;

/** What the engine brings itself keeps the contracts that everybody else's plugins keep. */
class CoreContractTest {

    @Nested
    class Prior extends RankerContract {
        @Override
        protected Ranker ranker(InstanceContext context) {
            return TestInstances.of(new CorePlugin().rankers(), "prior", context);
        }

        @Override
        protected FeatureSchema schema() {
            return new FeatureSchema(List.of(
                    FeatureDeclaration.of("popularity.rank", "Rank.", "share", 0, 1),
                    FeatureDeclaration.of("synthetic.other", "Not read by the ranker.", "number", -5, 5),
                    FeatureDeclaration.of("user_item.genre_match", "Match.", "share", 0, 1),
                    FeatureDeclaration.of("shelf_item.recall_score", "Score.", "share", 0, 1)));
        }
    }

    @Nested
    class Auction extends PagePackerContract {
        @Override
        protected PagePacker packer(InstanceContext context) {
            return TestInstances.of(new CorePlugin().pagePackers(), "auction", context);
        }
    }

    @Nested
    class Fast extends PagePackerContract {
        @Override
        protected PagePacker packer(InstanceContext context) {
            return TestInstances.of(new CorePlugin().pagePackers(), "fast", context);
        }
    }

    @Nested
    class TopDown extends PagePackerContract {
        @Override
        protected PagePacker packer(InstanceContext context) {
            return TestInstances.of(new CorePlugin().pagePackers(), "top-down", context);
        }
    }

    @Nested
    class Table extends ExaminationModelContract {
        @Override
        protected ExaminationModel model(InstanceContext context) {
            return TestInstances.of(new CorePlugin().examinationModels(), "table", context);
        }
    }

    @Nested
    class TableOfSteepSteps extends ExaminationModelContract {
        @Override
        protected ExaminationModel model(InstanceContext context) {
            Map<String, String> settings = Map.of("row-decay", "0.01", "column-step", "0.2", "swiped-decay", "0.01");
            return TestInstances.of(new CorePlugin().examinationModels(), "table", settings, context);
        }
    }

    @Nested
    class TableOfManyVisibleColumns extends ExaminationModelContract {
        @Override
        protected ExaminationModel model(InstanceContext context) {
            Map<String, String> settings = Map.of("visible-desktop", "100", "swiped", "1");
            return TestInstances.of(new CorePlugin().examinationModels(), "table", settings, context);
        }
    }

    @Nested
    class None extends ExplorationPolicyContract {
        @Override
        protected ExplorationPolicy policy(InstanceContext context) {
            return TestInstances.of(new CorePlugin().explorationPolicies(), "none", context);
        }
    }
}
