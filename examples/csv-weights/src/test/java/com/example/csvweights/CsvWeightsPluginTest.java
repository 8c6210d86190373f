package com.example.csvweights;

import io.shelfwright.spi.ShelfwrightPlugin;
import io.shelfwright.testkit.PluginContract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

class CsvWeightsPluginTest extends PluginContract {

    @Override
    protected ShelfwrightPlugin plugin() {
        return new CsvWeightsPlugin();
    }

    @Override
    protected Map<String, String> neededSettings(String factory, Path directory) {
        try {
            Files.writeString(directory.resolve("weights.csv"), "feature,weight\nbias,-3\n");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Map.of("file", "weights.csv");
    }
}
