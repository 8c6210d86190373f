package io.shelfwright.freshness;

import io.shelfwright.spi.ShelfwrightPlugin;
import io.shelfwright.testkit.PluginContract;

class FreshnessPluginContractTest extends PluginContract {
    @Override
    protected ShelfwrightPlugin plugin() {
        return new FreshnessPlugin();
    }
}
