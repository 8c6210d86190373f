package io.shelfwright.heuristics;

import io.shelfwright.spi.ShelfwrightPlugin;
import io.shelfwright.testkit.PluginContract;

class HeuristicsPluginContractTest extends PluginContract {
    @Override
    protected ShelfwrightPlugin plugin() {
        return new HeuristicsPlugin();
    }
}
