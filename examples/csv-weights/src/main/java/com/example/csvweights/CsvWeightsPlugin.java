package com.example.csvweights;

import io.shelfwright.spi.PluginFactory;
import io.shelfwright.spi.Ranker;
import io.shelfwright.spi.ShelfwrightPlugin;
import java.util.List;

/** Tells the engine what this jar can make. */
public final class CsvWeightsPlugin implements ShelfwrightPlugin {

    @Override
    public String id() {
        return "csv-weights";
    }

    @Override
    public List<PluginFactory<Ranker>> rankers() {
        return List.of(PluginFactory.of(
                "csv-weights",
                "Adds up features times the weights that a CSV file gives them.",
                CsvWeightsSettings.class,
                (settings, context) -> new CsvWeights(WeightsFile.read(settings.file(), context.schema()))));
    }
}
