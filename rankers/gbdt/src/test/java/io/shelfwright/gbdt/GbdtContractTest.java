package io.shelfwright.gbdt;

import io.shelfwright.spi.InstanceContext;
import io.shelfwright.spi.Ranker;
import io.shelfwright.spi.RankerTrainer;
import io.shelfwright.testkit.RankerTrainerContract;
import io.shelfwright.testkit.TestInstances;
import java.util.Map;

/** The trainer and the ranker that serves its models keep the contracts of their kinds. */
class GbdtContractTest extends RankerTrainerContract {
    private static final Map<String, String> SETTINGS = Map.of("trees", "25");

    @Override
    protected RankerTrainer trainer(InstanceContext context) {
        return TestInstances.of(new GbdtPlugin().trainers(), GbdtPlugin.NAME, SETTINGS, context);
    }

    @Override
    protected Ranker ranker(InstanceContext context) {
        return TestInstances.of(new GbdtPlugin().rankers(), GbdtPlugin.NAME, context);
    }
}
