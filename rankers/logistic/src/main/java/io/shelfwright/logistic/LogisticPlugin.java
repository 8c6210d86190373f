package io.shelfwright.logistic;

import io.shelfwright.spi.PluginFactory;
import io.shelfwright.spi.Ranker;
import io.shelfwright.spi.RankerTrainer;
import io.shelfwright.spi.ShelfwrightPlugin;
import java.util.List;

/**
 * Brings the ranker {@code logistic} and its trainer: a logistic regression whose scores can be read term by term.
 */
public final class LogisticPlugin implements ShelfwrightPlugin {
    static final String NAME = "logistic";

    @Override
    public String id() {
        return NAME;
    }

    @Override
    public List<PluginFactory<Ranker>> rankers() {
        return List.of(PluginFactory.of(
                NAME,
                "Scores with a weighted sum of standardised features, one a logit; explains each score exactly.",
                LogisticRankerSettings.class,
                LogisticRanker::open));
    }

    @Override
    public List<PluginFactory<RankerTrainer>> trainers() {
        return List.of(PluginFactory.of(
                NAME,
                "Fits one weighted, L2-regularised logistic regression for each objective.",
                LogisticTrainerSettings.class,
                (settings, context) -> new LogisticTrainer(settings)));
    }
}
