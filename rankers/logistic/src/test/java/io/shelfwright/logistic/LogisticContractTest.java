package io.shelfwright.logistic;

import io.shelfwright.spi.InstanceContext;
import io.shelfwright.spi.Ranker;
import io.shelfwright.spi.RankerTrainer;
import io.shelfwright.testkit.RankerTrainerContract;
import io.shelfwright.testkit.TestInstances;

/** The trainer and the ranker that serves its models keep the contracts of their kinds. */
class LogisticContractTest extends RankerTrainerContract {
    @Override
    protected RankerTrainer trainer(InstanceContext context) {
        return TestInstances.of(new LogisticPlugin().trainers(), LogisticPlugin.NAME, context);
    }

    @Override
    protected Ranker ranker(InstanceContext context) {
        return TestInstances.of(new LogisticPlugin().rankers(), LogisticPlugin.NAME, context);
    }
}
