package io.shelfwright.features;

import io.shelfwright.spi.ShelfwrightPlugin;
import io.shelfwright.testkit.PluginContract;

class FeaturesPluginContractTest extends PluginContract {
    @Override
    protected ShelfwrightPlugin plugin() {
        return new FeaturesPlugin();
    }
}
