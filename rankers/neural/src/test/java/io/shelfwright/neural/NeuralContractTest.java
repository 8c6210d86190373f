package io.shelfwright.neural;

import io.shelfwright.spi.InstanceContext;
import io.shelfwright.spi.Ranker;
import io.shelfwright.spi.RankerTrainer;
import io.shelfwright.testkit.RankerTrainerContract;
import io.shelfwright.testkit.TestInstances;
import java.util.Map;

/** The trainer and the ranker that serves its models keep the contracts of their kinds. */
class NeuralContractTest extends RankerTrainerContract {
    private static final Map<String, String> SETTINGS = Map.of("hidden", "12, 6", "epochs", "6", "batch-size", "64");

    @Override
    protected RankerTrainer trainer(InstanceContext context) {
        return TestInstances.of(new NeuralPlugin().trainers(), NeuralPlugin.NAME, SETTINGS, context);
    }

    @Override
    protected Ranker ranker(InstanceContext context) {
        return TestInstances.of(new NeuralPlugin().rankers(), NeuralPlugin.NAME, context);
    }
}
