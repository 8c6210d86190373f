package io.shelfwright.gbdt;

import io.shelfwright.spi.ShelfwrightPlugin;
import io.shelfwright.testkit.PluginContract;

class GbdtPluginContractTest extends PluginContract {
    @Override
    protected ShelfwrightPlugin plugin() {
        return new GbdtPlugin();
    }
}
