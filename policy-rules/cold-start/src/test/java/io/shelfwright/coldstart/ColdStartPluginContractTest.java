package io.shelfwright.coldstart;

import io.shelfwright.spi.ShelfwrightPlugin;
import io.shelfwright.testkit.PluginContract;

class ColdStartPluginContractTest extends PluginContract {
    @Override
    protected ShelfwrightPlugin plugin() {
        return new ColdStartPlugin();
    }
}
