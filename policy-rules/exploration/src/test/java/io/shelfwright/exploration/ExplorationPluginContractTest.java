package io.shelfwright.exploration;

import io.shelfwright.spi.ShelfwrightPlugin;
import io.shelfwright.testkit.PluginContract;

class ExplorationPluginContractTest extends PluginContract {
    @Override
    protected ShelfwrightPlugin plugin() {
        return new ExplorationPlugin();
    }
}
