package io.shelfwright.gbdt;

import io.shelfwright.spi.PluginFactory;
import io.shelfwright.spi.Ranker;
import io.shelfwright.spi.RankerTrainer;
import io.shelfwright.spi.ShelfwrightPlugin;
import java.util.List;

/**
 * Brings the ranker {@code gbdt} and its trainer: gradient-boosted trees, trained by XGBoost and scored in Java.
 */
public final class GbdtPlugin implements ShelfwrightPlugin {
    static final String NAME = "gbdt";

    @Override
    public String id() {
        return NAME;
    }

    @Override
    public List<PluginFactory<Ranker>> rankers() {
        return List.of(PluginFactory.of(
                NAME,
                "Scores with boosted trees; explains each score by exact Shapley values.",
                GbdtRankerSettings.class,
                GbdtRanker::open));
    }

    @Override
    public List<PluginFactory<RankerTrainer>> trainers() {
        return List.of(PluginFactory.of(
                NAME,
                "Boosts trees on the logistic loss with XGBoost, one booster for each objective.",
                GbdtTrainerSettings.class,
                (settings, context) -> new GbdtTrainer(settings)));
    }
}
