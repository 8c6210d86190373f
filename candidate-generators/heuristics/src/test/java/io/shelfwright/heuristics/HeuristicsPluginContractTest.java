package io.shelfwright.heuristics;

import io.shelfwright.spi.ShelfwrightPlugin;
import io.shelfwright.testkit.PluginContract;
import java.nio.file.Path;
import java.util.Map;

class HeuristicsPluginContractTest extends PluginContract {
    @Override
    protected ShelfwrightPlugin plugin() {
        return new HeuristicsPlugin();
    }

    @Override
    protected Map<String, String> neededSettings(String factory, Path directory) {
        return Map.of("strategy", "popular-now");
    }
}
